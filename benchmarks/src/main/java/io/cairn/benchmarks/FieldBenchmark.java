package io.cairn.benchmarks;

import io.cairn.proofs.field.Field;
import io.cairn.proofs.field.Fq;
import io.cairn.proofs.field.Fr;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One field operation: in a chain, where each needs the result before it, and side by side, where none does. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class FieldBenchmark {

    private static final int COUNT = 1024;

    /** Scalar or base field. */
    @Param({"Fr", "Fq"})
    public String field;

    private Field operations;
    private int n;
    private long[] a;
    private long[] b;
    private long[] out;

    /** Draws operands from a fixed seed. */
    @Setup
    public void setUp() {
        operations = field.equals("Fr") ? Fr.FIELD : Fq.FIELD;
        n = operations.limbs();
        Random random = new Random(1);
        a = new long[COUNT * n];
        b = new long[COUNT * n];
        out = new long[COUNT * n];
        for (int k = 0; k < COUNT * n; k += n) {
            draw(random, a, k);
            draw(random, b, k);
        }
    }

    private void draw(Random random, long[] to, int at) {
        BigInteger value = new BigInteger(512, random);
        if (operations == Fr.FIELD) {
            Fr.fromBigInteger(to, at, value);
        } else {
            Fq.fromBigInteger(to, at, value);
        }
    }

    /** Multiplications, each by the product before. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long[] mulChain() {
        for (int k = 0; k < COUNT * n; k += n) {
            operations.mul(out, 0, out, 0, a, k);
        }
        return out;
    }

    /** Multiplications that do not depend on each other. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long[] mulIndependent() {
        for (int k = 0; k < COUNT * n; k += n) {
            operations.mul(out, k, a, k, b, k);
        }
        return out;
    }

    /** Squarings, each of the square before. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long[] squareChain() {
        for (int k = 0; k < COUNT * n; k += n) {
            operations.square(a, 0, a, 0);
        }
        return a;
    }

    /** Additions that do not depend on each other. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long[] addIndependent() {
        for (int k = 0; k < COUNT * n; k += n) {
            operations.add(out, k, a, k, b, k);
        }
        return out;
    }

    /** An inversion. */
    @Benchmark
    public long[] inverse() {
        operations.inverse(out, 0, a, n);
        return out;
    }
}
