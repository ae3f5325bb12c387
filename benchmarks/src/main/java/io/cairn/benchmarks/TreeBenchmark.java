package io.cairn.benchmarks;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.hash.ParentHasher;
import io.cairn.proofs.hash.Poseidon;
import io.cairn.proofs.hash.Sha256Nodes;
import io.cairn.proofs.piece.PieceCommitment;
import io.cairn.proofs.piece.PieceInfo;
import io.cairn.proofs.tree.TreeBuilder;
import io.cairn.proofs.tree.TreeFile;
import io.cairn.proofs.tree.TreeLayout;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One MiB of data committed to or put under a tree, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class TreeBenchmark {

    private static final int MIB = 8;
    private static final int NODE = 32;
    private static final int LEAVES = (MIB << 20) / NODE;

    private final byte[] data = new byte[MIB << 20];

    /** Random numbers of 248 bits, which are field elements. */
    @Setup
    public void setUp() {
        new Random(1).nextBytes(data);
        for (int end = NODE - 1; end < data.length; end += NODE) {
            data[end] = 0;
        }
    }

    /** The commitment of unpadded data: padding and hashing (commP). */
    @Benchmark
    @OperationsPerInvocation(MIB)
    public PieceInfo pieceCommitment() {
        PieceCommitment commitment = new PieceCommitment();
        commitment.update(data, 0, data.length);
        return commitment.finish();
    }

    /** The binary tree of SHA-256 over a sector's data (tree D). */
    @Benchmark
    @OperationsPerInvocation(MIB)
    public long binaryTree() {
        return tree(Sha256Nodes.INSTANCE);
    }

    /** An octonary tree of Poseidon (trees C and R-last). */
    @Benchmark
    @OperationsPerInvocation(MIB)
    public long octonaryTree() {
        return tree(Poseidon.ofArity(8));
    }

    private long tree(ParentHasher hasher) {
        TreeLayout layout = TreeLayout.complete(hasher.arity(), LEAVES);
        try (TreeFile tree = new TreeBuilder(hasher, Workers.CALLER).inMemory(layout,
                (first, count, out) -> System.arraycopy(data, (int) first * NODE, out, 0, count * NODE), Progress.NONE)) {
            return tree.root()[0];
        }
    }
}
