package io.cairn.benchmarks;

import io.cairn.proofs.hash.ParentHasher;
import io.cairn.proofs.hash.Poseidon;
import io.cairn.proofs.hash.Sha256Nodes;
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

/** One parent node of a tree, hashed in batches. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class HashBenchmark {

    private static final int COUNT = 256;

    /** SHA-256 of two nodes, or Poseidon of so many. */
    @Param({"sha256", "poseidon-2", "poseidon-4", "poseidon-8", "poseidon-11"})
    public String hash;

    private ParentHasher hasher;
    private byte[] children;
    private byte[] parents;

    /** Children are field elements of one repeated byte each. */
    @Setup
    public void setUp() {
        hasher = hash.equals("sha256") ? Sha256Nodes.INSTANCE : Poseidon.ofArity(Integer.parseInt(hash.substring(hash.indexOf('-') + 1)));
        children = new byte[32 * COUNT * hasher.arity()];
        for (int k = 0; k < children.length; k++) {
            children[k] = (byte) (k / 32 % 64);
        }
        parents = new byte[32 * COUNT];
    }

    /** A parent. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public byte[] parent() {
        hasher.parents(children, parents, COUNT);
        return parents;
    }
}
