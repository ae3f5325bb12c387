package io.cairn.node.cli;

import io.cairn.node.config.Settings;
import io.cairn.node.console.Colour;
import io.cairn.node.console.Screen;
import io.cairn.node.home.Home;
import io.cairn.node.run.Operation;
import io.cairn.node.run.Registration;
import io.cairn.node.run.StopAskedException;
import io.cairn.node.run.StopSignal;
import io.cairn.node.view.Overview;
import io.cairn.node.view.Overview.Job;
import io.cairn.node.view.Spans;
import io.cairn.proofs.Warmup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
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
        sortOptions = false,
        description = {
            "Runs the storage provider with its journal and page, and with a Filecoin chain in the same process unless"
                    + " cairn.node.api-info (FULLNODE_API_INFO) names another node.",
            "",
            "The first start makes the proof parameters (minutes, once; over another node they have to be those of its"
                    + " network), registers a miner and seals a first sector. From then on every window is proved by itself."
                    + " A later start goes on where the last one ended, whatever ended it.",
            "",
            "Events are told one line each. On a terminal, what runs is shown below them with its rate and the time left,"
                    + " and the last line says head, power, sectors and next window. Into a file or pipe go plain lines, at most"
                    + " one a minute for each computation. Details are in cairn.log in the home folder.",
            "",
            "Ctrl-C stops. What was finished is kept; a proof in the making is made again at the next start. A second Ctrl-C"
                    + " ends the process at once, which loses nothing else.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:stopped as asked",
            "2:the command line is wrong",
            "70:a part could not start or failed",
            "78:the configuration or the home folder needs your hand"
        })
final class RunCommand implements Callable<Integer> {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final int MOST_PLEDGES = 1000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption homeOption;

    @Option(names = "--pledge", paramLabel = "N", defaultValue = "1",
            description = "Sectors without data that a new provider seals to gain power (default: ${DEFAULT-VALUE}; 0 for none)."
                    + " A later start does not seal them again.")
    private int pledge;

    @Option(names = "--no-parameters", description = "Start without creating missing parameters; what needs them waits for them.")
    private boolean noParameters;

    @Option(names = "--memory", paramLabel = "SIZE",
            description = "Memory outside the heap that proofs may take together, such as 16GiB (CAIRN_PROVING_MEMORY, cairn.proving.memory).")
    private String memory;

    private Screen screen;
    private StopSignal stop;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (pledge < 0 || pledge > MOST_PLEDGES) {
            throw new IllegalArgumentException("--pledge is " + pledge + "; expected 0 to " + MOST_PLEDGES);
        }
        if (memory != null) {
            System.setProperty("cairn.proving.memory", memory);
        }
        Settings settings = homeOption.settings();
        // The log file's name is read when the first logger is made, which is after this.
        System.setProperty("cairn.log", settings.home().resolve("cairn.log").toString());
        screen = Screen.of(spec.commandLine().getOut());
        try (Home home = Home.acquire(settings.home()); StopSignal signal = StopSignal.install(screen::line)) {
            stop = signal;
            boolean known = Registration.isDone(home.provider());
            boolean making = settings.node().embedded() && !noParameters;
            if (!known) {
                welcome(settings, making && !ParametersCommand.missing(settings).isEmpty());
            }
            if (!making || parameters(settings)) {
                tellMissing(ParametersCommand.missing(settings));
                operate(settings, home, known);
            }
            screen.line("The next ./cairn run goes on from here.");
        }
        return 0;
    }

    private void tellMissing(List<Path> files) {
        if (!files.isEmpty()) {
            screen.line("▲ parameters are missing in " + files.getFirst().getParent() + ": "
                    + files.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(", "))
                    + "; sealing and proving wait for them: put them there, or set cairn.parameters"
                    + " (FIL_PROOFS_PARAMETER_CACHE) to the folder that has them");
        }
    }

    private void welcome(Settings settings, boolean makingParameters) {
        screen.line(screen.paint(Colour.BOLD, "A new provider in " + settings.home()) + ". What happens now, by itself:");
        if (makingParameters) {
            screen.line("  - proof parameters are made, once: about a minute on two cores, 1.2 GB for 2 KiB sectors;"
                    + " INSECURE, for a devnet only");
        }
        screen.line(settings.node().embedded() ? "  - the embedded chain begins and a miner is registered on it: seconds"
                : "  - a miner is registered on the chain of the node: it says what funds that takes");
        if (pledge > 0) {
            screen.line("  - " + (pledge == 1 ? "a first sector is" : pledge + " sectors are")
                    + " sealed, proved and committed: minutes each, most of it for the proof");
            screen.line("  - from then on every window is proved");
        }
    }

    /** Makes what is missing; false when that was interrupted. */
    private boolean parameters(Settings settings) throws IOException {
        if (ParametersCommand.missing(settings).isEmpty()) {
            return true;
        }
        stop.onAsk(() -> screen.line("Stopping: waiting for the computation to notice (seconds). Parameters that are finished are kept."));
        try {
            ParametersCommand.createMissing(settings, screen, stop::asked);
        } catch (CancellationException e) {
            return false;
        }
        return !stop.asked();
    }

    private void operate(Settings settings, Home home, boolean known) throws IOException, InterruptedException {
        Instant begun = Instant.now();
        screen.live(List.of(known ? "Starting chain, journal and provider ..." : "Starting, and registering a miner ..."));
        stop.onAsk(() -> screen.line("Stopping: waiting for what has begun to start (seconds) ..."));
        try (Warmup _ = Warmup.start(); Operation operation = Operation.start(settings, home, stop, screen::line)) {
            stop.onAsk(() -> { });
            screen.live(List.of());
            if (stop.asked()) {
                screen.line("Stopped while starting.");
                return;
            }
            pledgeFirst(operation);
            screen.line("Miner " + screen.paint(Colour.BOLD, operation.miner().toString()) + " in " + settings.home() + "; page at "
                    + operation.url());
            tellTheStory(operation, known, begun);
        } catch (StopAskedException e) {
            screen.live(List.of());
            screen.line("Stopped while starting.");
        }
    }

    /** The first sectors; their requests have fixed names, so that asking again does not pledge them again. */
    private void pledgeFirst(Operation operation) throws InterruptedException {
        boolean told = false;
        for (int i = 0; i < pledge && !stop.asked(); ) {
            try {
                operation.provider().pledge("first-" + i, operation.sealProof().number(), 0)
                        .toCompletableFuture().orTimeout(ANSWER.toSeconds(), TimeUnit.SECONDS).join();
                i++;
            } catch (CompletionException notYet) {
                if (!told) {
                    screen.line("▲ the first sectors cannot be begun yet (" + notYet.getCause().getMessage() + "); trying again");
                }
                told = true;
                stop.within(LOOK);
            }
        }
    }

    private void tellTheStory(Operation operation, boolean known, Instant begun) throws InterruptedException {
        Chronicle chronicle = new Chronicle(screen, begun);
        Optional<Overview> seen = Optional.empty();
        boolean blind = false;
        do {
            try {
                Overview now = look(operation);
                if (known && seen.isEmpty()) {
                    chronicle.standing("Going on: ", now, Instant.now());
                }
                seen = Optional.of(now);
                chronicle.tell(now, Instant.now());
                blind = false;
            } catch (IllegalStateException e) {
                if (!blind) {
                    screen.line("▲ " + e.getMessage());
                }
                blind = true;
            }
        } while (!stop.within(LOOK));
        screen.live(List.of());
        screen.line(farewell(seen));
    }

    private static Overview look(Operation operation) {
        try {
            return operation.views().overview().toCompletableFuture().orTimeout(ANSWER.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IllegalStateException known ? known
                    : new IllegalStateException("the provider did not show itself within " + Spans.words(ANSWER.toSeconds())
                            + "; see cairn.log in the home folder", e);
        }
    }

    private static String farewell(Optional<Overview> seen) {
        List<Job> lost = seen.map(Overview::jobs).orElse(List.of());
        String computing = lost.isEmpty() ? "" : " " + lost.stream().map(RunCommand::half).collect(Collectors.joining(", "))
                + " will be made again at the next start.";
        return "Stopping: waiting for provider, journal and chain to close (seconds) ..." + computing;
    }

    private static String half(Job job) {
        return job.name() + (job.share() < 0 ? "" : String.format(Locale.ROOT, " (%.0f %%)", job.share() * 100));
    }
}
