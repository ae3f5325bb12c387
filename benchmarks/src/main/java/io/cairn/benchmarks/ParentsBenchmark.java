package io.cairn.benchmarks;

import io.cairn.proofs.graph.GraphVersion;
import io.cairn.proofs.graph.ParentSource;
import io.cairn.proofs.graph.StackedGraph;
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
import org.openjdk.jmh.annotations.Warmup;

/** The fourteen parents of a node, computed for nodes in a row, on through the graph. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ParentsBenchmark {

    private static final int COUNT = 4096;

    /** Nodes of the graph: of 512 MiB, 32 GiB and 64 GiB. Edges of the last are permuted once, of the others twice on average. */
    @Param({"24", "30", "31"})
    public int log2;

    private StackedGraph graph;
    private int[] parents;
    private long next;

    /** A graph that no proof type has. */
    @Setup
    public void setUp() {
        graph = new StackedGraph(1L << log2, new byte[32], GraphVersion.CURRENT);
        parents = new int[COUNT * ParentSource.DEGREE];
    }

    /** A node's parents. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public int[] node() {
        graph.parents(next, COUNT, parents);
        next = (next + COUNT) % graph.nodes();
        return parents;
    }
}
