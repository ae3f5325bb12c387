package io.cairn.node.cli;

import io.cairn.node.config.Settings;
import io.cairn.node.console.Screen;
import io.cairn.node.home.Home;
import io.cairn.node.run.EmbeddedChain;
import io.cairn.node.run.StopSignal;
import io.cairn.proofs.Warmup;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = {
            "Runs the embedded chain alone, in a home of its own, and prints its API as Lotus prints it.",
            "A provider in another process works over it: FULLNODE_API_INFO=TOKEN:/ip4/127.0.0.1/tcp/PORT/http cairn run"
                    + " --home OTHER. Both need the same proof parameters: cairn.parameters (FIL_PROOFS_PARAMETER_CACHE)."
        })
final class DevnetRunCommand implements Callable<Integer> {

    private static final Duration LINE = Duration.ofSeconds(10);

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption homeOption;

    @Option(names = "--no-parameters", description = "Start without creating missing parameters; proofs cannot be checked without them.")
    private boolean noParameters;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Settings settings = homeOption.settings();
        // The log file's name is read when the first logger is made, which is after this.
        System.setProperty("cairn.log", settings.home().resolve("cairn.log").toString());
        try (Home home = Home.acquire(settings.home()); StopSignal stop = StopSignal.install(this::say)) {
            if (!noParameters) {
                ParametersCommand.createMissing(settings, Screen.of(out()), stop::asked);
            }
            try (Warmup _ = Warmup.start(); EmbeddedChain chain = EmbeddedChain.start(settings, home)) {
                say("Chain at epoch " + chain.height() + " in " + settings.home() + "; its API, with all permissions:");
                say("FULLNODE_API_INFO=" + chain.apiInfo());
                do {
                    say("epoch " + chain.height() + " · " + chain.waitingMessages() + " messages waiting");
                } while (!stop.within(LINE));
                say("Stopping ...");
            }
        } catch (CancellationException e) {
            say("Stopped while making parameters; those that are finished are kept.");
        }
        return 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void say(String line) {
        out().println(line);
        out().flush();
    }
}
