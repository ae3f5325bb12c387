package io.cairn.node.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cairn.node.console.Paper;
import io.cairn.node.console.Paper.Cell;
import io.cairn.node.console.Quantities;
import io.cairn.node.console.Style;
import io.cairn.protocol.money.TokenAmount;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The group of commands about deals. */
@Command(
        name = "deals",
        description = "Shows deals: whose data is where, how far it is. 'cairn store' makes them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DealsCommand.Listing.class, DealsCommand.Status.class, DealsCommand.Retry.class, DealsCommand.Cancel.class})
final class DealsCommand {

    private DealsCommand() {}

    private static Cell words(JsonNode deal) {
        boolean bad = !deal.path("error").asText().isEmpty();
        boolean active = deal.path("state").asText().equals("ACTIVE");
        return new Cell(deal.path("words").asText(), bad ? Style.BAD : active ? Style.GOOD : Style.NEUTRAL);
    }

    private static String known(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "" : value.asText();
    }

    @Command(name = "list", description = "Lists the deals that have not ended, and those of stored files whether they ended or not.")
    static final class Listing extends AskingCommand {

        @Override
        JsonNode ask() {
            return provider().view("deals");
        }

        @Override
        void show(JsonNode deals, Paper paper) {
            if (deals.isEmpty()) {
                paper.line("No deals.");
                return;
            }
            List<List<Cell>> rows = new ArrayList<>();
            deals.forEach(deal -> rows.add(List.of(
                    Cell.of(deal.path("deal").asText()), Cell.of(known(deal.path("dealId"))), Cell.of(known(deal.path("file"))),
                    Cell.of(Quantities.bytes(deal.path("size").asText())), Cell.of(known(deal.path("sector"))), words(deal))));
            paper.table(List.of("Deal", "On chain", "File", "Size", "Sector", "State"), rows);
        }
    }

    @Command(name = "retry", description = "Goes on with a deal that waits for its operator.")
    static final class Retry extends AskingCommand {

        @Parameters(paramLabel = "ID", description = "The deal's identifier, as 'cairn deals list' shows it.")
        private String id;

        @Override
        JsonNode ask() {
            return provider().command("deals/" + id + "/retry", JsonNodeFactory.instance.objectNode());
        }

        @Override
        void show(JsonNode answer, Paper paper) {
            paper.line("Deal " + answer.path("deal").asText() + " goes on.");
        }
    }

    @Command(name = "cancel", description = "Ends a deal that is not published; this cannot be taken back.")
    static final class Cancel extends AskingCommand {

        @Parameters(paramLabel = "ID", description = "The deal's identifier, as 'cairn deals list' shows it.")
        private String id;

        @Override
        JsonNode ask() {
            return provider().command("deals/" + id + "/cancel", JsonNodeFactory.instance.objectNode());
        }

        @Override
        void show(JsonNode answer, Paper paper) {
            paper.line("Deal " + answer.path("deal").asText() + " is cancelled.");
        }
    }

    @Command(name = "status", description = "Shows one deal: its terms, its place, how far it is.")
    static final class Status extends AskingCommand {

        private static final int WIDTH = 18;

        @Parameters(paramLabel = "ID", description = "The deal's identifier, as 'cairn deals list' shows it.")
        private String id;

        @Override
        JsonNode ask() {
            return provider().view("deals/" + id);
        }

        @Override
        void show(JsonNode deal, Paper paper) {
            paper.field(WIDTH, "Deal", deal.path("deal").asText());
            paper.field(WIDTH, "State", words(deal));
            if (!deal.path("error").asText().isEmpty()) {
                paper.field(WIDTH, "Error", new Cell(deal.path("error").asText(), Style.BAD));
            }
            row(paper, "Waits for", deal.path("waitsFor"));
            row(paper, "Client", deal.path("client"));
            row(paper, "Piece", deal.path("piece"));
            paper.field(WIDTH, "Size", Quantities.bytes(deal.path("size").asText()));
            paper.field(WIDTH, "Epochs", deal.path("startEpoch").asText() + " to " + deal.path("endEpoch").asText());
            paper.field(WIDTH, "Price per epoch", TokenAmount.ofAtto(deal.path("price").asText()).toShortString());
            paper.field(WIDTH, "Collateral", TokenAmount.ofAtto(deal.path("collateral").asText()).toShortString());
            row(paper, "Publish message", deal.path("publishMessage"));
            row(paper, "Deal on chain", deal.path("dealId"));
            row(paper, "Sector", deal.path("sector"));
            row(paper, "Offset", deal.path("offset"));
            row(paper, "Active since", deal.path("activation"));
        }

        private static void row(Paper paper, String label, JsonNode value) {
            if (!known(value).isEmpty()) {
                paper.field(WIDTH, label, known(value));
            }
        }
    }
}
