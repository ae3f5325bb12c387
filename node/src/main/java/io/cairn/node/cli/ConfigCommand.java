package io.cairn.node.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.node.config.Settings;
import io.cairn.node.console.Paper;
import io.cairn.node.console.Paper.Cell;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** The group of commands about the configuration; they start nothing. */
@Command(
        name = "config",
        description = "Checks the configuration, and shows what is in force.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ConfigCommand.Check.class, ConfigCommand.Effective.class})
final class ConfigCommand {

    private ConfigCommand() {}

    @Command(name = "check", description = "Says whether the configuration can be used; names the key, its value and what was expected where not.")
    static final class Check extends AskingCommand {

        @Override
        JsonNode ask() {
            Settings settings = settings();
            return JsonNodeFactory.instance.objectNode().put("good", true).put("home", settings.home().toString());
        }

        @Override
        void show(JsonNode answer, Paper paper) {
            paper.line("The configuration is good; the home is " + answer.path("home").asText() + ".");
        }
    }

    @Command(name = "effective", description = "Lists every key with the value in force and where it comes from. Tokens are not shown.")
    static final class Effective extends AskingCommand {

        @Override
        JsonNode ask() {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            effective().forEach(entry -> all.putObject(entry.key()).put("value", entry.value()).put("from", entry.origin()));
            return all;
        }

        @Override
        void show(JsonNode answer, Paper paper) {
            List<List<Cell>> rows = new ArrayList<>();
            answer.properties().forEach(entry -> rows.add(List.of(
                    Cell.of(entry.getKey()), Cell.of(entry.getValue().path("value").asText()), Cell.of(entry.getValue().path("from").asText()))));
            paper.table(List.of("key", "value", "from"), rows);
        }
    }
}
