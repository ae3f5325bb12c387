package io.cairn.node.cli;

import io.cairn.node.config.Settings;
import io.cairn.node.home.Home;
import io.cairn.node.run.Operation;
import io.cairn.node.run.StopAskedException;
import io.cairn.node.run.StopSignal;
import io.cairn.node.view.Overview;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = {
            "Starts the provider with its journal and page, and with a chain in the same process unless cairn.node.api-info"
                    + " (FULLNODE_API_INFO) names another node.",
            "The first start over the embedded chain creates the proof parameters (minutes); over another node they have to be"
                    + " those of its network. Then it registers a miner. Ctrl-C stops; the next start goes on."
        })
final class RunCommand implements Callable<Integer> {

    private static final Duration LINE = Duration.ofSeconds(10);
    private static final int MOST_PLEDGES = 1000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption homeOption;

    @Option(names = "--pledge", paramLabel = "N", defaultValue = "1",
            description = "Sectors without data that a new provider seals to gain power (default: ${DEFAULT-VALUE}; 0 for none).")
    private int pledge;

    @Option(names = "--no-parameters", description = "Start without creating missing parameters; what needs them waits for them.")
    private boolean noParameters;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (pledge < 0 || pledge > MOST_PLEDGES) {
            throw new IllegalArgumentException("--pledge is " + pledge + "; expected 0 to " + MOST_PLEDGES);
        }
        Settings settings = homeOption.settings();
        // The log file's name is read when the first logger is made, which is after this.
        System.setProperty("cairn.log", settings.home().resolve("cairn.log").toString());
        try (Home home = Home.acquire(settings.home()); StopSignal stop = StopSignal.install(this::say)) {
            if (settings.node().embedded() && !noParameters) {
                ParametersCommand.createMissing(settings, out());
            }
            tellMissing(ParametersCommand.missing(settings));
            try (Operation operation = Operation.start(settings, home, stop, this::say)) {
                say("Miner " + operation.miner() + " in " + settings.home() + "; page at " + operation.url());
                pledgeFirst(operation);
                tellTheStory(operation, stop);
                say("Stopping ...");
            } catch (StopAskedException e) {
                say("Stopped while starting.");
            }
        }
        return 0;
    }

    private void tellMissing(List<Path> files) {
        if (!files.isEmpty()) {
            say("  ! parameters are missing in " + files.getFirst().getParent() + ": "
                    + files.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(", "))
                    + "; sealing and proving wait for them: put them there, or set cairn.parameters"
                    + " (FIL_PROOFS_PARAMETER_CACHE) to the folder that has them");
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void say(String line) {
        out().println(line);
        out().flush();
    }

    /** The first sectors; their requests have fixed names, so that another start does not pledge them again. */
    private void pledgeFirst(Operation operation) {
        for (int i = 0; i < pledge; i++) {
            operation.provider().pledge("first-" + i, operation.sealProof().number(), 0)
                    .toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
        }
    }

    private void tellTheStory(Operation operation, StopSignal stop) throws InterruptedException {
        do {
            try {
                Overview now = operation.views().overview().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
                say(line(now));
                now.alerts().forEach(alert -> say("  ! " + alert));
            } catch (CompletionException e) {
                say("  ! the provider did not answer: " + e.getCause());
            }
        } while (!stop.within(LINE));
    }

    private static String line(Overview now) {
        String sectors = now.sectors().stream()
                .map(row -> row.count() + " " + row.state().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        List<Overview.Tile> tiles = now.tiles();
        return "epoch " + now.height() + " · power " + tiles.getFirst().value() + " · sectors: "
                + (sectors.isEmpty() ? "none" : sectors) + " · " + now.sentence();
    }
}
