package io.cairn.benchmarks;

import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.seal.FieldNodes;
import java.math.BigInteger;
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

/** One node encoded or decoded, of a run that fits into the cache. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EncodingBenchmark {

    private static final int COUNT = 2048;
    private static final int NODE = 32;

    private final byte[] data = new byte[COUNT * NODE];
    private final byte[] key = new byte[COUNT * NODE];
    private Scalar factor;

    /** Random numbers of 248 bits, which are field elements. */
    @Setup
    public void setUp() {
        Random random = new Random(1);
        random.nextBytes(data);
        random.nextBytes(key);
        for (int end = NODE - 1; end < data.length; end += NODE) {
            data[end] = 0;
            key[end] = 0;
        }
        factor = Scalar.of(new BigInteger(250, random));
    }

    /** Data plus key: a replica's node. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public byte[] encode() {
        FieldNodes.add(data, key, COUNT);
        return data;
    }

    /** Replica less key: its data. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public byte[] decode() {
        FieldNodes.subtract(data, key, COUNT);
        return data;
    }

    /** Data times factor plus key: an updated replica's node. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public byte[] encodeUpdate() {
        FieldNodes.multiply(data, 0, COUNT, factor);
        FieldNodes.add(data, key, COUNT);
        return data;
    }
}
