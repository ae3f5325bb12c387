package io.cairn.node.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** What a command did. */
record Ran(int code, String out, String err) {

    /** Runs a command line as the launcher would, over this home and without a configuration file. */
    static Ran over(Path home, String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--home", home.toString(), "--config", home.resolve("none.conf").toString()));
        return plain(arguments.toArray(String[]::new));
    }

    static Ran plain(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine cairn = Cairn.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Ran(cairn.execute(arguments), out.toString(), err.toString());
    }

    JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out);
    }

    boolean says(String line) {
        return out.lines().anyMatch(line::equals);
    }
}
