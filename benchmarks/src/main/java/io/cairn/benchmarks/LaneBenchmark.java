package io.cairn.benchmarks;

import io.cairn.proofs.field.Fq12Rows;
import io.cairn.proofs.field.Fq2Rows;
import io.cairn.proofs.field.FqLaneInverses;
import io.cairn.proofs.field.FqLanes;
import io.cairn.proofs.field.FrButterflies;
import io.cairn.proofs.field.FrLanes;
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

/** Field operations of kernels on vectors, of one element each; {@link FieldBenchmark} has their twins in plain Java. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class LaneBenchmark {

    private static final int BLOCKS = 32;
    private static final int COUNT = BLOCKS * FqLanes.LANES;
    private static final int INVERTED_BLOCKS = 128;
    private static final int SMALL = 1 << 20;

    private final FqLaneInverses inverses = new FqLaneInverses(2 * FqLanes.FACTOR);
    private final Fq2Rows quadratic = new Fq2Rows();
    private final Fq12Rows target = new Fq12Rows();
    private final double[] a = drawn(COUNT * Fq2Rows.ELEMENT);
    private final double[] b = drawn(COUNT * Fq2Rows.ELEMENT);
    private final double[] out = new double[COUNT * Fq2Rows.ELEMENT];
    private final double[] tree = new double[FqLaneInverses.treeBlocks(INVERTED_BLOCKS) * FqLanes.BLOCK];
    private final double[] x = target.fromWords(FieldOperands.of("Fq12", 1));
    private final double[] y = target.fromWords(FieldOperands.of("Fq12", 1));
    private final double[] z = new double[Fq12Rows.ELEMENT];

    private static double[] drawn(int length) {
        return new Random(1).ints(length, -SMALL, SMALL).asDoubleStream().toArray();
    }

    /** The limbs are small integers, which is of no matter to the time. */
    @Setup
    public void setUp() {
        System.arraycopy(drawn(INVERTED_BLOCKS * FqLanes.BLOCK), 0, tree, 0, INVERTED_BLOCKS * FqLanes.BLOCK);
    }

    /** A product in Fr. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public double[] frProduct() {
        FrLanes.mul(a, 0, b, 0, BLOCKS);
        return a;
    }

    /** A product in Fq. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public double[] fqProduct() {
        FqLanes.mul(out, 0, a, 0, b, 0, BLOCKS);
        return out;
    }

    /** One product, one sum and one difference in Fr, both reduced. */
    @Benchmark
    @OperationsPerInvocation(COUNT / 2)
    public double[] butterfly() {
        FrButterflies.split(a, 0, BLOCKS / 2 * FrLanes.BLOCK, BLOCKS / 2, b);
        return a;
    }

    /** An inverse in Fq among as many others. */
    @Benchmark
    @OperationsPerInvocation(INVERTED_BLOCKS * FqLanes.LANES)
    public boolean fqInverse() {
        return inverses.invert(tree, INVERTED_BLOCKS);
    }

    /** A product in Fq2. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public double[] fq2Product() {
        quadratic.mul(out, 0, a, 0, b, 0, COUNT);
        return out;
    }

    /** A product in Fq12. */
    @Benchmark
    public double[] fq12Product() {
        target.mul(z, x, y);
        return z;
    }

    /** A square in Fq12. */
    @Benchmark
    public double[] fq12Square() {
        target.square(z, x);
        return z;
    }

    /** A square in Fq12 of an element of the cyclotomic subgroup. */
    @Benchmark
    public double[] fq12CyclotomicSquare() {
        target.squareCyclotomic(z, x);
        return z;
    }
}
