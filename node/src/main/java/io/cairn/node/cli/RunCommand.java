package io.cairn.node.cli;

import io.cairn.node.config.Settings;
import io.cairn.node.home.Home;
import io.cairn.node.run.Operation;
import io.cairn.node.view.Overview;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
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
            "Starts the provider: embedded chain, journal and page in one process.",
            "The first start creates the proof parameters (minutes) and registers a miner. Ctrl-C stops; the next start goes on."
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

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (pledge < 0 || pledge > MOST_PLEDGES) {
            throw new IllegalArgumentException("--pledge is " + pledge + "; expected 0 to " + MOST_PLEDGES);
        }
        Settings settings = homeOption.settings();
        // The log file's name is read when the first logger is made, which is after this.
        System.setProperty("cairn.log", settings.home().resolve("cairn.log").toString());
        PrintWriter out = spec.commandLine().getOut();
        try (Home home = Home.acquire(settings.home())) {
            ParametersCommand.createMissing(settings, home, out);
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
            try (Operation operation = Operation.start(settings, home)) {
                out.println("Miner " + operation.miner() + " in " + settings.home() + "; page at " + operation.url());
                out.flush();
                pledgeFirst(operation);
                tellTheStory(operation, out);
                out.println("Stopping ...");
                out.flush();
            }
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    private void stop() {
        asked.countDown();
        try {
            if (!stopped.await(30, TimeUnit.SECONDS)) {
                spec.commandLine().getErr().println("cairn: not every part stopped within 30 s; nothing is lost by that");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The first sectors; their requests have fixed names, so that another start does not pledge them again. */
    private void pledgeFirst(Operation operation) {
        for (int i = 0; i < pledge; i++) {
            operation.provider().pledge("first-" + i, operation.sealProof().number(), 0)
                    .toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
        }
    }

    private void tellTheStory(Operation operation, PrintWriter out) throws InterruptedException {
        do {
            try {
                Overview now = operation.views().overview().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
                out.println(line(now));
                now.alerts().forEach(alert -> out.println("  ! " + alert));
            } catch (CompletionException e) {
                out.println("  ! the provider did not answer: " + e.getCause());
            }
            out.flush();
        } while (!asked.await(LINE.toMillis(), TimeUnit.MILLISECONDS));
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
