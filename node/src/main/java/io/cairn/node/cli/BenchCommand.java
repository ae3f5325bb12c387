package io.cairn.node.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.cairn.node.bench.Bench;
import io.cairn.node.bench.Figure;
import io.cairn.node.console.Paper;
import io.cairn.node.console.Paper.Cell;
import io.cairn.node.console.ProgressBar;
import io.cairn.node.console.Quantities;
import io.cairn.node.console.Screen;
import io.cairn.node.run.StopSignal;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        description = {
            "Measures what this machine can do for a storage provider: pieces, labels, trees, and the parts of proofs.",
            "From that it estimates what a 32 GiB sector would take here, and says how each estimate comes about. Uses all"
                    + " cores for a minute; let nothing else run meanwhile.",
            "It says too whether the memory that proofs may take suffices: what the configuration or --memory sets, otherwise what"
                    + " the machine has, less the heap's limit (CAIRN_HEAP) and an eighth."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "2:the command line is wrong", "130:stopped by Ctrl-C"})
final class BenchCommand implements Callable<Integer> {

    private static final int STOPPED = 130;
    private static final int LONGEST = 3600;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption homeOption;

    @Option(names = "--memory", paramLabel = "SIZE",
            description = "Memory outside the heap that proofs may take together, such as 16GiB (CAIRN_PROVING_MEMORY, cairn.proving.memory).")
    private String memory;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "60",
            description = "Time for measuring, 1 to 3600 (default: ${DEFAULT-VALUE}). Below 20 the machine looks slower than it is.")
    private int seconds;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (seconds < 1 || seconds > LONGEST) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--seconds is " + seconds + "; expected 1 to " + LONGEST);
        }
        if (memory != null) {
            System.setProperty("cairn.proving.memory", memory);
        }
        long forProofs = homeOption.settings().proving().memory();
        PrintWriter err = spec.commandLine().getErr();
        Screen screen = Screen.of(err);
        try (StopSignal stop = StopSignal.install(screen::line)) {
            Bench bench;
            try (ProgressBar bar = new ProgressBar("Measuring", screen, stop::asked)) {
                bench = Bench.measure(Runtime.getRuntime().availableProcessors(), forProofs, Duration.ofSeconds(seconds), bar);
            }
            show(bench);
            return 0;
        } catch (CancellationException e) {
            err.println("Stopped; nothing was kept.");
            return STOPPED;
        }
    }

    private void show(Bench bench) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(bench));
        } else {
            Paper paper = new Paper(out, Paper.colours());
            paper.line(bench.cores() + " cores, proofs with " + (bench.vectors() == 0 ? "no vectors" : bench.vectors() + "-bit vectors") + ", "
                    + Quantities.bytes(Long.toString(bench.memory())) + " of memory for proofs");
            paper.line();
            paper.table(List.of("Measured", "", "Of"), rows(bench, Figure.Kind.MEASURED));
            paper.line();
            paper.table(List.of("Estimated", "", "From"), rows(bench, Figure.Kind.ESTIMATED));
        }
        out.flush();
    }

    private static List<List<Cell>> rows(Bench bench, Figure.Kind kind) {
        return bench.figures().stream().filter(figure -> figure.kind() == kind)
                .map(figure -> List.of(Cell.of(figure.name()), Cell.of(number(figure.value()) + " " + figure.unit()), Cell.of(figure.how()))).toList();
    }

    /** Three digits. */
    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : value >= 1 ? "%.2f" : "%.3f", value);
    }
}
