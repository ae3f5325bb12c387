package io.cairn.node.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cairn.node.console.Epochs;
import io.cairn.node.console.Paper;
import io.cairn.node.console.Paper.Cell;
import io.cairn.node.console.Style;
import io.cairn.protocol.money.TokenAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The group of commands about sectors. */
@Command(
        name = "sectors",
        description = "Shows sectors, and what to do with one that waits for its operator.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            SectorsCommand.Listing.class, SectorStatusCommand.class, SectorsCommand.Resume.class, SectorsCommand.Remove.class
        })
final class SectorsCommand {

    private SectorsCommand() {}

    /** A sector's state in the colour that operators know. */
    static Style style(String state) {
        return switch (state.toUpperCase(Locale.ROOT)) {
            case "ACTIVE" -> Style.GOOD;
            case "TERMINATED", "REMOVED" -> Style.BAD;
            case "EXPIRED" -> Style.WARNING;
            default -> Style.NEUTRAL;
        };
    }

    @Command(name = "list", description = {
        "Lists the sectors that have not ended.",
        "State is how far the files are until the sector is on the chain (NEW, PACKED, LAYERED, DATA_TREE, SEALED), then how far"
                + " it is there (PRECOMMIT_SENT, ... SEEDED, PROVED, COMMIT_SENT, ACTIVE). Deals: CC means no data."
    })
    static final class Listing extends AskingCommand {

        @Override
        JsonNode ask() {
            return provider().view("sectors");
        }

        @Override
        void show(JsonNode sectors, Paper paper) {
            List<List<Cell>> rows = new ArrayList<>();
            sectors.forEach(sector -> rows.add(row(sector)));
            paper.table(List.of("ID", "State", "OnChain", "Active", "Deadline", "Expiration", "SealTime", "Events", "Deals", "Pledge"), rows);
            sectors.forEach(sector -> {
                if (sector.path("waitsForOperator").asBoolean() || sector.path("faulty").asBoolean()) {
                    paper.line(new Cell("Sector " + sector.path("sector").asText()
                            + (sector.path("faulty").asBoolean() ? " is faulty" : " waits for you") + ": " + sector.path("lastTrouble").asText()
                            + " ('cairn sectors status " + sector.path("sector").asText() + "')", Style.BAD));
                }
            });
        }

        private static List<Cell> row(JsonNode sector) {
            Epochs epochs = new Epochs(sector.path("epoch").asLong(), sector.path("blockDelaySeconds").asLong());
            String state = sector.path("state").asText();
            return List.of(
                    Cell.of(sector.path("sector").asText()), new Cell(state, style(state)),
                    yes(sector.path("onChain").asBoolean()), yes(sector.path("active").asBoolean()),
                    Cell.of(sector.path("deadline").isNull() ? "n/a" : sector.path("deadline").asText()),
                    Cell.of(sector.path("expiration").isNull() ? "n/a" : epochs.relative(sector.path("expiration").asLong())),
                    Cell.of(sector.path("sealSeconds").isNull() ? "" : Epochs.words(sector.path("sealSeconds").asLong())),
                    Cell.of(sector.path("events").asText()),
                    Cell.of(sector.path("deals").asLong() == 0 ? "CC" : sector.path("deals").asText()),
                    Cell.of(sector.path("pledge").isNull() ? "" : TokenAmount.ofAtto(sector.path("pledge").asText()).toShortString()));
        }

        private static Cell yes(boolean is) {
            return is ? new Cell("YES", Style.GOOD) : new Cell("NO", Style.PLAIN);
        }
    }

    @Command(name = "resume", description = "Goes on with a sector that waits for its operator.")
    static final class Resume extends AskingCommand {

        @Parameters(paramLabel = "N", description = "Number of the sector.")
        private long sector;

        @Override
        JsonNode ask() {
            return provider().command("sectors/" + sector + "/resume", JsonNodeFactory.instance.objectNode());
        }

        @Override
        void show(JsonNode answer, Paper paper) {
            paper.line("Sector " + answer.path("sector").asText() + " goes on.");
        }
    }

    @Command(name = "remove", description = "Gives up a sector that is not on the chain. Its files are not needed any more; this cannot be taken back.")
    static final class Remove extends AskingCommand {

        @Parameters(paramLabel = "N", description = "Number of the sector.")
        private long sector;

        @Option(names = "--really-do-it", required = true, description = "Say that you mean it.")
        private boolean meant;

        @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "removed by its operator",
                description = "Kept in the sector's history (default: ${DEFAULT-VALUE}).")
        private String reason;

        @Override
        JsonNode ask() {
            return provider().command("sectors/" + sector + "/remove", JsonNodeFactory.instance.objectNode().put("reason", reason));
        }

        @Override
        void show(JsonNode answer, Paper paper) {
            paper.line("Sector " + answer.path("sector").asText() + " is given up.");
        }
    }
}
