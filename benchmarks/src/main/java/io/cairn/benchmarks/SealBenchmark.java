package io.cairn.benchmarks;

import io.cairn.proofs.Sealing;
import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.parameter.ParameterStore;
import java.io.IOException;
import java.nio.file.Path;
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

/** The second phase of sealing, again and again: columns hashed, tree C, the replica encoded, tree R-last. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 4)
@Fork(1)
public class SealBenchmark {

    /** Size of the sector. */
    @Param("8MiB")
    public String size;

    /** Threads that work. */
    @Param("1")
    public int threads;

    private ProofDispatcher dispatcher;
    private Sealing sealing;
    private TrialSector.Begun begun;

    /** The first phase, once. */
    @Setup(Level.Trial)
    public void setUp() throws IOException {
        dispatcher = new ProofDispatcher(threads);
        ParameterStore none = new ParameterStore(Path.of("none"));
        begun = TrialSector.begin(new Sealing(none, Workers.CALLER), TrialSector.size(size));
        sealing = new Sealing(none, dispatcher.workers());
    }

    /** Stops the threads and removes the sector. */
    @TearDown(Level.Trial)
    public void tearDown() throws IOException {
        dispatcher.close();
        begun.remove();
    }

    /** From labels and the data's tree to commR. */
    @Benchmark
    public byte[] phase2() throws IOException {
        return dispatcher.compute(Priority.TREES, Progress.NONE, () -> begun.sealed(sealing).commitments().commR());
    }
}
