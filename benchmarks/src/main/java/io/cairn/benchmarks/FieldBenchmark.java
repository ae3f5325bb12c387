package io.cairn.benchmarks;

import io.cairn.proofs.field.Field;
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

    /** Scalar field, base field, or one above it. */
    @Param({"Fr", "Fq", "Fq2", "Fq12"})
    public String field;

    private Field operations;
    private int n;
    private long[] a;
    private long[] b;
    private long[] out;

    /** Draws operands from a fixed seed. */
    @Setup
    public void setUp() {
        operations = FieldOperands.field(field);
        n = operations.limbs();
        a = FieldOperands.of(field, COUNT);
        b = FieldOperands.of(field, COUNT);
        out = new long[COUNT * n];
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

    /** Squarings that do not depend on each other. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long[] squareIndependent() {
        for (int k = 0; k < COUNT * n; k += n) {
            operations.square(out, k, a, k);
        }
        return out;
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
