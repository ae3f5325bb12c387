package io.cairn.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Beside the time of a benchmark: nanoseconds of CPU that the whole process took for an operation, compiler and collector included, and, where Linux tells,
 * the largest memory that it has had so far, in MiB. {@code -prof io.cairn.benchmarks.ProcessCost}; the CPU of a benchmark of one thread is to be believed on
 * a busy machine too.
 */
public final class ProcessCost implements InternalProfiler {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK = "VmHWM:";
    private static final double KIB_PER_MIB = 1024;

    private final ProcessClock clock = new ProcessClock();
    private long begun;

    @Override
    public String getDescription() {
        return "CPU of the process for an operation, and its largest memory";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        begun = clock.nanos();
    }

    @Override
    public Collection<? extends Result> afterIteration(BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        List<Result> costs = new ArrayList<>();
        long operations = result.getMetadata().getAllOps();
        if (operations > 0) {
            costs.add(new ScalarResult("cpu", (double) (clock.nanos() - begun) / operations, "ns/op", AggregationPolicy.AVG));
        }
        if (Files.exists(STATUS)) {
            costs.add(new ScalarResult("peak", peak(), "MiB", AggregationPolicy.MAX));
        }
        return costs;
    }

    private static double peak() {
        try {
            return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith(PEAK))
                    .mapToDouble(line -> Double.parseDouble(line.substring(PEAK.length()).replace("kB", "").strip()) / KIB_PER_MIB).findFirst().orElse(Double.NaN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
