package io.cairn.node.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.cairn.node.client.ManagementClient;
import io.cairn.node.client.NodeClient;
import io.cairn.node.config.Setting;
import io.cairn.node.config.Settings;
import io.cairn.node.console.Paper;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands share that ask the running process, or its chain, and show the answer. */
abstract class AskingCommand implements Callable<Integer> {

    static final int DONE = 0;
    static final int BAD = 1;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption homeOption;

    @Option(names = "--json", description = "Print the answer as JSON; amounts are texts of attoFIL.")
    private boolean json;

    /** Asks; the answer is printed as it is with {@code --json}. */
    abstract JsonNode ask();

    /** Writes the answer for people. */
    abstract void show(JsonNode answer, Paper paper);

    /** {@link #BAD} where the answer says that something is. */
    int verdict(JsonNode answer) {
        return DONE;
    }

    @Override
    public final Integer call() throws JsonProcessingException {
        JsonNode answer = ask();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JSON.writeValueAsString(answer));
        } else {
            show(answer, new Paper(out, Paper.colours()));
        }
        out.flush();
        return verdict(answer);
    }

    /** For what is wrong about the command line itself. */
    final CommandLine commandLine() {
        return spec.commandLine();
    }

    /** What the operator has decided. */
    final Settings settings() {
        return homeOption.settings();
    }

    /** Every key of the configuration with the value in force. */
    final List<Setting> effective() {
        return homeOption.effective();
    }

    /** The process that runs over the home. */
    final ManagementClient provider() {
        return ManagementClient.of(settings().home());
    }

    /** Asks the chain, and ends the connection. */
    final <T> T chain(Function<NodeClient, T> question) {
        try (NodeClient node = NodeClient.of(settings())) {
            return question.apply(node);
        }
    }
}
