package io.cairn.benchmarks;

import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.seal.LabelRehearsal;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The labels of one node on the second layer, of all replicas together: divide by the replicas. One replica is the scalar twin of the lanes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LabelBenchmark {

    private static final int NODES_LOG2 = 16;
    private static final int NODES = 1 << NODES_LOG2;

    /** One with the digest of the JDK, or as many as there are lanes. */
    @Param({"1", "8", "16"})
    public int replicas;

    /** The thread that hashes, and those that gather for it. */
    @Param({"1", "2"})
    public int threads;

    private LabelRehearsal rehearsal;
    private ProofDispatcher dispatcher;

    /** Parents are computed once. */
    @Setup
    public void setUp() {
        rehearsal = new LabelRehearsal(replicas, NODES_LOG2);
        dispatcher = new ProofDispatcher(threads);
    }

    /** A node. */
    @Benchmark
    @OperationsPerInvocation(NODES)
    public LabelRehearsal node() {
        if (threads == 1) {
            rehearsal.run(Workers.CALLER, Progress.NONE);
            return rehearsal;
        }
        return dispatcher.compute(Priority.LABELS, Progress.NONE, () -> {
            rehearsal.run(dispatcher.workers(), Progress.NONE);
            return rehearsal;
        });
    }

    /** Frees the layers. */
    @TearDown
    public void tearDown() {
        dispatcher.close();
        rehearsal.close();
    }
}
