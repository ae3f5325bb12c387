package io.cairn.node.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.node.client.ManagementClient;
import io.cairn.node.client.RefusedException;
import io.cairn.node.console.Paper;
import io.cairn.node.console.Paper.Cell;
import io.cairn.node.console.Style;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = {
            "Checks the files of the sectors of one deadline, or of all: without --full as a window proof would, quickly and by"
                    + " samples; with --full every byte of replica, tree and unsealed copy, so that any flipped bit is found.",
            "Nothing is changed and nothing is sent."
        })
final class ProvingCheckCommand extends AskingCommand {

    private static final int LAST_DEADLINE = 47;
    private static final Duration LONGEST = Duration.ofHours(12);

    @Parameters(paramLabel = "I", arity = "0..1", description = "Index of a deadline, 0 to 47 (default: all).")
    private Integer index;

    @Option(names = "--full", description = "Read every byte.")
    private boolean full;

    @Option(names = "--only-bad", description = "List only what is bad.")
    private boolean onlyBad;

    @Override
    JsonNode ask() {
        if (index != null && (index < 0 || index > LAST_DEADLINE)) {
            throw new CommandLine.ParameterException(commandLine(), "deadline is " + index + "; expected 0 to " + LAST_DEADLINE);
        }
        ManagementClient provider = provider();
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (JsonNode sector : provider.view("sectors")) {
            boolean wanted = index == null || sector.path("deadline").asInt() == index;
            if (sector.path("live").asBoolean() && wanted) {
                rows.add(check(provider, sector));
            }
        }
        return rows;
    }

    private ObjectNode check(ManagementClient provider, JsonNode known) {
        long sector = known.path("sector").asLong();
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("deadline", known.path("deadline").asInt())
                .put("partition", known.path("partition").asInt()).put("sector", sector);
        try {
            JsonNode findings = provider.command("sectors/" + sector + "/check",
                    JsonNodeFactory.instance.objectNode().put("full", full), LONGEST).path("findings");
            row.put("good", findings.isEmpty());
            row.set("findings", findings);
        } catch (RefusedException refused) {
            row.put("good", false).putArray("findings").addObject().put("problem", refused.getMessage());
        }
        return row;
    }

    @Override
    void show(JsonNode answer, Paper paper) {
        List<List<Cell>> rows = new ArrayList<>();
        answer.forEach(row -> {
            List<Cell> place = List.of(Cell.of(row.path("deadline").asText()), Cell.of(row.path("partition").asText()), Cell.of(row.path("sector").asText()));
            if (row.path("good").asBoolean() && !onlyBad) {
                rows.add(with(place, new Cell("good", Style.GOOD)));
            }
            row.path("findings").forEach(finding -> rows.add(with(place, new Cell("bad (" + words(finding) + ")", Style.BAD))));
        });
        paper.table(List.of("deadline", "partition", "sector", "status"), rows);
    }

    private static List<Cell> with(List<Cell> place, Cell status) {
        List<Cell> row = new ArrayList<>(place);
        row.add(status);
        return row;
    }

    private static String words(JsonNode finding) {
        if (!finding.has("file")) {
            return finding.path("problem").asText();
        }
        long offset = finding.path("offset").asLong();
        return finding.path("file").asText() + ", bytes " + offset + " to " + (offset + finding.path("length").asLong())
                + ": " + finding.path("problem").asText();
    }

    @Override
    int verdict(JsonNode answer) {
        for (JsonNode row : answer) {
            if (!row.path("good").asBoolean()) {
                return BAD;
            }
        }
        return DONE;
    }
}
