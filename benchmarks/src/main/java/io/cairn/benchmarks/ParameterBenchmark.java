package io.cairn.benchmarks;

import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.groth16.ToxicWaste;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Creation of a circuit's parameters, written to a file. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 2)
@Fork(1)
public class ParameterBenchmark {

    /** What is proved: WINDOW, WINNING, REPLICATION or UPDATE. */
    @Param("WINDOW")
    public ProofCircuit.Kind kind;

    /** Size of the sectors. */
    @Param("2KiB")
    public String size;

    /** Threads that work. */
    @Param("1")
    public int threads;

    private ProofDispatcher dispatcher;
    private Path folder;

    /** An empty folder each time. */
    @Setup(Level.Iteration)
    public void setUp() throws IOException {
        dispatcher = new ProofDispatcher(threads);
        folder = Files.createTempDirectory("cairn-benchmark");
    }

    /** Removes the files. */
    @TearDown(Level.Iteration)
    public void tearDown() throws IOException {
        dispatcher.close();
        TrialSector.delete(folder);
    }

    /** Parameters and key. */
    @Benchmark
    public Path creation() throws IOException {
        ProofCircuit circuit = new ProofCircuit(kind, TrialSector.size(size));
        try (ParameterStore store = new ParameterStore(folder)) {
            dispatcher.compute(Priority.PARAMETERS, Progress.NONE, () -> {
                store.createInsecure(circuit, ToxicWaste.random(new SecureRandom()), dispatcher.workers(), Progress.NONE);
                return null;
            });
            return store.parametersFile(circuit);
        }
    }
}
