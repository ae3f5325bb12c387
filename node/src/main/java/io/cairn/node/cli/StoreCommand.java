package io.cairn.node.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cairn.node.client.ManagementClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "store",
        description = {
            "Stores a file with the running provider: cuts it into pieces, makes a deal for each, and waits until all are sealed.",
            "The same file under the same name is stored once, however often this is repeated. It goes on when this command is stopped."
        })
final class StoreCommand implements Callable<Integer> {

    private static final int LOST = 1;
    private static final int NOT_YET = 75;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST_UPLOAD = Duration.ofHours(12);

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption homeOption;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "The file to store.")
    private Path file;

    @Option(names = "--name", paramLabel = "NAME", description = "What to call it (default: its file name).")
    private String name;

    @Option(names = "--again", description = "Makes new deals even if this file is stored already.")
    private boolean again;

    @Option(names = "--no-wait", description = "Returns as soon as the provider has the file.")
    private boolean noWait;

    @Option(names = "--wait", paramLabel = "MINUTES", defaultValue = "120",
            description = "Waits at most so long for the sealing (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Option(names = "--list", description = "Lists the stored files instead.")
    private boolean list;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ManagementClient client = ManagementClient.of(homeOption.settings().home());
        if (list) {
            return list(client.view("files"));
        }
        if (file == null) {
            throw new ParameterException(spec.commandLine(), "FILE is missing; expected cairn store FILE or cairn store --list");
        }
        JsonNode taken = upload(client);
        PrintWriter out = out();
        if (!json) {
            out.println(taken.path("name").asText() + " · " + taken.path("length").asLong() + " bytes · " + taken.path("pieces").asInt()
                    + (taken.path("pieces").asInt() == 1 ? " piece" : " pieces") + " · id " + taken.path("root").asText());
            if (taken.path("earlier").asBoolean()) {
                out.println("The provider has had it since " + taken.path("at").asText() + ": this follows that store; --again makes new deals.");
            }
            out.flush();
        }
        return noWait ? done(taken) : follow(client, taken.path("id").asText());
    }

    private JsonNode upload(ManagementClient client) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException("FILE is " + file + "; expected a file that can be read");
        }
        try (InputStream content = Files.newInputStream(file)) {
            return client.upload(name == null ? file.getFileName().toString() : name, again, content, LONGEST_UPLOAD);
        }
    }

    private int follow(ManagementClient client, String id) throws InterruptedException {
        Map<Integer, String> shown = new HashMap<>();
        Instant end = Instant.now().plus(Duration.ofMinutes(minutes));
        String trouble = "";
        while (true) {
            JsonNode row = client.view("file/" + ManagementClient.segment(id));
            if (!json) {
                row.path("pieces").forEach(piece -> tell(piece, shown));
                if (!row.path("trouble").asText().equals(trouble)) {
                    trouble = row.path("trouble").asText();
                    out().println(trouble.isEmpty() ? "  it goes on" : "  ! " + trouble);
                }
                out().flush();
            }
            String state = row.path("state").asText();
            if (!state.equals("STORING") && !state.equals("WAITS")) {
                return ended(row);
            }
            if (Instant.now().isAfter(end)) {
                spec.commandLine().getErr().println("cairn: not sealed within " + minutes + " minutes; it goes on, see cairn store --list");
                return NOT_YET;
            }
            Thread.sleep(LOOK);
        }
    }

    private void tell(JsonNode piece, Map<Integer, String> shown) {
        String line = FileLines.piece(piece);
        if (!line.equals(shown.put(piece.path("index").asInt(), line))) {
            out().println(line);
        }
    }

    private int ended(JsonNode row) {
        if (row.path("state").asText().equals("STORED")) {
            if (!json) {
                out().println("Stored. cairn retrieve " + row.path("root").asText() + " -o FILE gives it back.");
            }
            return done(row);
        }
        done(row);
        spec.commandLine().getErr().println("cairn: " + row.path("name").asText() + " is not stored: " + FileLines.errors(row)
                + "; cairn store --again makes new deals");
        return LOST;
    }

    private int done(JsonNode row) {
        if (json) {
            out().println(row.toPrettyString());
        }
        out().flush();
        return 0;
    }

    private int list(JsonNode files) {
        if (json) {
            return done(files);
        }
        if (files.isEmpty()) {
            out().println("No files; cairn store FILE stores one.");
        }
        files.forEach(row -> {
            out().println(FileLines.file(row));
            row.path("pieces").forEach(piece -> out().println(FileLines.piece(piece)));
        });
        return done(JsonNodeFactory.instance.nullNode());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
