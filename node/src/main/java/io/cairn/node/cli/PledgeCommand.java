package io.cairn.node.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cairn.node.console.Paper;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "pledge",
        description = "Begins N sectors without data; they are sealed, committed and proven by themselves (see 'cairn sectors list').")
final class PledgeCommand extends AskingCommand {

    @Parameters(paramLabel = "N", arity = "0..1", description = "How many, 1 to 1000 (default: ${DEFAULT-VALUE}).", defaultValue = "1")
    private int count;

    @Option(names = "--request", paramLabel = "NAME",
            description = "Name of this asking; asking again under the same name is about the same sectors (default: a new one).")
    private String request = UUID.randomUUID().toString();

    @Override
    JsonNode ask() {
        return provider().command("pledge", JsonNodeFactory.instance.objectNode().put("request", request).put("count", count));
    }

    @Override
    void show(JsonNode answer, Paper paper) {
        String numbers = StreamSupport.stream(answer.path("sectors").spliterator(), false)
                .map(JsonNode::asText).collect(Collectors.joining(", "));
        paper.line("Pledged sector" + (answer.path("sectors").size() == 1 ? " " : "s ") + numbers);
    }
}
