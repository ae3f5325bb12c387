package io.cairn.node.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.node.console.Epochs;
import io.cairn.node.console.Paper;
import io.cairn.node.console.Paper.Cell;
import io.cairn.node.console.Quantities;
import io.cairn.node.console.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The group of commands about proving. */
@Command(
        name = "proving",
        description = "What is proven when: the 48 deadlines of a proving period, their windows, faults, damaged files.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ProvingCommand.Info.class, ProvingCommand.Deadlines.class, ProvingCommand.Deadline.class,
            ProvingCommand.Faults.class, ProvingCheckCommand.class
        })
final class ProvingCommand {

    private static final int WIDTH = 25;

    private ProvingCommand() {}

    private static Epochs epochs(JsonNode view) {
        return new Epochs(view.path("epoch").asLong(), view.path("blockDelaySeconds").asLong());
    }

    /** How a deadline's last window stands. */
    static Style style(String state) {
        return switch (state) {
            case "proven", "landed" -> Style.GOOD;
            case "missed", "rejected", "abandoned" -> Style.BAD;
            case "proving", "proved", "ready", "submitting", "sent" -> Style.NEUTRAL;
            default -> Style.PLAIN;
        };
    }

    @Command(name = "info", description = {
        "Shows the proving period and the deadline of now.",
        "Proofs are taken from Open to Close, over randomness of the Challenge; faults are declared before the FaultCutoff."
    })
    static final class Info extends AskingCommand {

        @Override
        JsonNode ask() {
            return provider().view("proving");
        }

        @Override
        void show(JsonNode view, Paper paper) {
            Epochs epochs = epochs(view);
            paper.line("Miner: " + view.path("miner").asText());
            paper.field(WIDTH, "Current Epoch", view.path("epoch").asText());
            paper.field(WIDTH, "Proving Period Boundary", view.path("periodBoundary").asText());
            paper.field(WIDTH, "Proving Period Start", epochs.relative(view.path("periodStart").asLong()));
            paper.field(WIDTH, "Next Period Start", epochs.relative(view.path("nextPeriodStart").asLong()));
            paper.line();
            long faults = view.path("faultySectors").asLong();
            paper.field(WIDTH, "Faults", new Cell(faults + " ("
                    + Quantities.percent(view.path("faultySectors").asText(), view.path("liveSectors").asText(), 2) + ")",
                    faults == 0 ? Style.PLAIN : Style.BAD));
            paper.field(WIDTH, "Recovering", view.path("recoveringSectors").asText());
            paper.field(WIDTH, "Deadline Index", view.path("deadline").asText());
            paper.field(WIDTH, "Deadline Sectors", view.path("deadlineSectors").asText());
            paper.field(WIDTH, "Deadline Open", epochs.relative(view.path("open").asLong()));
            paper.field(WIDTH, "Deadline Close", epochs.relative(view.path("close").asLong()));
            paper.field(WIDTH, "Deadline Challenge", epochs.relative(view.path("challenge").asLong()));
            paper.field(WIDTH, "Deadline FaultCutoff", epochs.relative(view.path("faultCutoff").asLong()));
        }
    }

    @Command(name = "deadlines", description = {
        "Lists the 48 deadlines; those of now and those with sectors stand out.",
        "'last window' is how our own proving stands: waiting, proving, ready, sent, landed, proven, missed, empty."
    })
    static final class Deadlines extends AskingCommand {

        @Option(names = {"-a", "--all"}, description = "Count partitions without live sectors and sectors that are gone, too.")
        private boolean all;

        @Override
        JsonNode ask() {
            return provider().view("deadlines");
        }

        @Override
        void show(JsonNode view, Paper paper) {
            paper.line("Miner: " + view.path(0).path("miner").asText());
            List<List<Cell>> rows = new ArrayList<>();
            view.forEach(deadline -> rows.add(row(deadline)));
            paper.table(List.of("deadline", "open", "partitions", "sectors (faults)", "proven partitions", "last window", ""), rows);
        }

        private List<Cell> row(JsonNode deadline) {
            boolean faulty = deadline.path("faultySectors").asLong() > 0;
            String state = deadline.path("proving").asBoolean() ? "proving" : deadline.path("state").asText();
            return List.of(
                    Cell.of(deadline.path("deadline").asText()),
                    Cell.of(epochs(deadline).relative(deadline.path("open").asLong())),
                    Cell.of(deadline.path(all ? "allPartitions" : "partitions").asText()),
                    new Cell(deadline.path(all ? "allSectors" : "sectors").asText() + " (" + deadline.path("faultySectors").asText() + ")",
                            faulty ? Style.BAD : Style.PLAIN),
                    Cell.of(deadline.path("provenPartitions").asText()),
                    new Cell(state, style(state)),
                    new Cell(deadline.path("current").asBoolean() ? "(current)" : "", Style.GOOD));
        }
    }

    @Command(name = "deadline", description = "Shows one deadline: its partitions and the windows that it lived through.")
    static final class Deadline extends AskingCommand {

        @Parameters(paramLabel = "I", description = "Index of the deadline, 0 to 47.")
        private int index;

        @Option(names = {"-n", "--sector-nums"}, description = "Name the sectors, too.")
        private boolean numbers;

        @Override
        JsonNode ask() {
            return provider().view("deadlines/" + index);
        }

        @Override
        void show(JsonNode view, Paper paper) {
            paper.field(WIDTH, "Deadline Index", view.path("deadline").asText());
            paper.field(WIDTH, "Deadline Open", epochs(view).relative(view.path("open").asLong()));
            paper.field(WIDTH, "Partitions", view.path("allPartitions").asText());
            paper.field(WIDTH, "Proven Partitions", view.path("provenPartitions").asText());
            paper.field(WIDTH, "Current", view.path("current").asText());
            view.path("partitionList").forEach(partition -> {
                paper.line();
                paper.field(WIDTH, "Partition Index", partition.path("partition").asText());
                sectors(paper, "All", partition.path("all"));
                sectors(paper, "Live", partition.path("live"));
                sectors(paper, "Active", partition.path("active"));
                sectors(paper, "Faulty", partition.path("faulty"));
                sectors(paper, "Recovering", partition.path("recovering"));
            });
            view.path("windows").forEach(window -> window(paper, window, epochs(view)));
        }

        private void sectors(Paper paper, String what, JsonNode sectors) {
            String list = StreamSupport.stream(sectors.spliterator(), false).map(JsonNode::asText).collect(Collectors.joining(" "));
            paper.field(WIDTH, "  " + what + " Sectors", sectors.size() + (numbers ? " [" + list + "]" : ""));
        }

        private static void window(Paper paper, JsonNode window, Epochs epochs) {
            String state = window.path("state").asText().toLowerCase();
            paper.line();
            paper.field(WIDTH, "Window", new Cell(window.path("open").asText() + " to " + window.path("close").asText() + " ("
                    + epochs.away(window.path("close").asLong()) + "): " + state, style(state)));
            if (!window.path("detail").asText().isEmpty()) {
                paper.field(WIDTH, "  Last error", new Cell(window.path("detail").asText(), Style.BAD));
            }
            window.path("proofs").forEach(proof -> {
                String sent = proof.path("state").asText().toLowerCase();
                paper.field(WIDTH, "  Proof", new Cell("partitions " + proof.path("partitions") + ", " + proof.path("sectors").asText()
                        + " sectors, " + proof.path("skipped").asText() + " skipped: " + sent
                        + (proof.path("landed").isNumber() ? " at epoch " + proof.path("landed").asText() : ""), style(sent)));
                if (!proof.path("message").asText().isEmpty()) {
                    paper.field(WIDTH, "  Message", proof.path("message").asText());
                }
            });
        }
    }

    @Command(name = "faults", description = "Lists the sectors that the chain counts as faulty, and whether they are declared recovered.")
    static final class Faults extends AskingCommand {

        @Override
        JsonNode ask() {
            return provider().view("faults");
        }

        @Override
        void show(JsonNode view, Paper paper) {
            List<List<Cell>> rows = new ArrayList<>();
            view.forEach(fault -> rows.add(List.of(
                    Cell.of(fault.path("deadline").asText()), Cell.of(fault.path("partition").asText()),
                    new Cell(fault.path("sector").asText(), Style.BAD),
                    Cell.of(fault.path("recovering").asBoolean() ? "yes" : "no"))));
            paper.table(List.of("deadline", "partition", "sectors", "recovering"), rows);
        }
    }
}
