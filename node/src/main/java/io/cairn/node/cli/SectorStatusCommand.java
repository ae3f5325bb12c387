package io.cairn.node.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.node.console.Epochs;
import io.cairn.node.console.Paper;
import io.cairn.node.console.Paper.Cell;
import io.cairn.node.console.Style;
import io.cairn.protocol.money.TokenAmount;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "status", description = "Shows everything of one sector: its making, its place on the chain, its history from the journal.")
final class SectorStatusCommand extends AskingCommand {

    private static final int WIDTH = 20;

    @Parameters(paramLabel = "N", description = "Number of the sector.")
    private long number;

    @Override
    JsonNode ask() {
        return provider().view("sectors/" + number);
    }

    @Override
    void show(JsonNode sector, Paper paper) {
        Epochs epochs = new Epochs(sector.path("epoch").asLong(), sector.path("blockDelaySeconds").asLong());
        String state = sector.path("state").asText();
        paper.field(WIDTH, "SectorID", sector.path("sector").asText());
        paper.field(WIDTH, "Status", new Cell(state, SectorsCommand.style(state)));
        known(paper, "Working on", sector.path("stage"));
        trouble(sector, paper);
        making(sector, paper);
        if (sector.path("onChain").asBoolean()) {
            chain(sector, epochs, paper);
        }
        history(sector, paper);
    }

    private static void known(Paper paper, String label, JsonNode value) {
        if (!value.isNull() && !value.isMissingNode()) {
            paper.field(WIDTH, label, value.asText());
        }
    }

    private static void trouble(JsonNode sector, Paper paper) {
        if (sector.path("waitsForOperator").asBoolean()) {
            paper.field(WIDTH, "Waits for you", new Cell(sector.path("hold").asText()
                    + "; mend it, then 'cairn sectors resume " + sector.path("sector").asText() + "'", Style.BAD));
        }
        paper.field(WIDTH, "Retries", sector.path("retries").asText());
        if (!sector.path("lastTrouble").asText().isEmpty()) {
            paper.field(WIDTH, "Last Error", new Cell(sector.path("lastTrouble").asText(), Style.WARNING));
        }
    }

    private static void making(JsonNode sector, Paper paper) {
        known(paper, "CIDcommD", sector.path("commD"));
        known(paper, "CIDcommR", sector.path("commR"));
        known(paper, "Ticket", sector.path("ticket"));
        known(paper, "TicketH", sector.path("ticketEpoch"));
        known(paper, "Seed", sector.path("seed"));
        known(paper, "SeedH", sector.path("seedEpoch"));
        known(paper, "Precommit", sector.path("preCommit"));
        known(paper, "Commit", sector.path("commit"));
        sector.path("pieces").forEach(piece -> paper.field(WIDTH, "Piece", piece.path("deal").isNull()
                ? piece.path("size").asText() + " bytes of filling"
                : piece.path("piece").asText() + ", " + piece.path("size").asText() + " bytes, deal " + piece.path("deal").asText()));
    }

    private static void chain(JsonNode sector, Epochs epochs, Paper paper) {
        paper.line();
        paper.line("Sector On Chain Info");
        paper.field(WIDTH, "SealProof", sector.path("sealProof").asText());
        paper.field(WIDTH, "Activation", epochs.relative(sector.path("activation").asLong()));
        paper.field(WIDTH, "Expiration", epochs.relative(sector.path("expiration").asLong()));
        paper.field(WIDTH, "DealWeight", sector.path("dealWeight").asText());
        paper.field(WIDTH, "VerifiedDealWeight", sector.path("verifiedDealWeight").asText());
        paper.field(WIDTH, "InitialPledge", TokenAmount.ofAtto(sector.path("pledge").asText()).toString());
        paper.line();
        known(paper, "Deadline", sector.path("deadline"));
        known(paper, "Partition", sector.path("partition"));
        for (String standing : List.of("unproven", "live", "active", "faulty", "recovering")) {
            boolean is = sector.path(standing).asBoolean();
            boolean bad = is && standing.equals("faulty");
            paper.field(WIDTH, standing.substring(0, 1).toUpperCase() + standing.substring(1),
                    new Cell(is ? "yes" : "no", bad ? Style.BAD : Style.PLAIN));
        }
    }

    private static void history(JsonNode sector, Paper paper) {
        paper.line("--------");
        paper.line("Event Log:");
        List<List<Cell>> rows = new ArrayList<>();
        for (JsonNode moment : sector.path("history")) {
            rows.add(List.of(Cell.of(rows.size() + "."), Cell.of(moment.path("at").asText()),
                    Cell.of(moment.path("what").asText().replaceFirst("^sector\\.", "").replaceFirst("\\.v[0-9]+$", "")),
                    Cell.of(moment.path("note").asText())));
        }
        paper.table(List.of("", "time", "event", "note"), rows);
    }
}
