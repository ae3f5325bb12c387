package io.cairn.benchmarks;

import io.cairn.proofs.curve.Curve;
import io.cairn.proofs.curve.FixedBase;
import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.G2;
import io.cairn.proofs.curve.MultiScalarMultiplication;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.curve.PointEncoding;
import io.cairn.proofs.curve.Points;
import io.cairn.proofs.curve.Scalars;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrVector;
import java.lang.foreign.Arena;
import java.math.BigInteger;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Sums of products of arbitrary scalars and points, in the calling thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class CurveBenchmark {

    /** The group. */
    @Param({"G1", "G2"})
    public String group;

    /** Binary logarithm of the number of points. */
    @Param({"10", "13", "16"})
    public int log2;

    private FixedBase base;
    private Points points;
    private long[] scalars;
    private FrVector values;
    private FrVector witness;
    private byte[] encoded;
    private long[] decoded;
    private long[] jacobian;
    private long[] affine;

    private record Listed(Curve curve, long count, long[] affine) implements Points {

        @Override
        public void get(long k, long[] out, int o) {
            System.arraycopy(affine, (int) k * curve.affineLimbs(), out, o, curve.affineLimbs());
        }
    }

    /** Draws scalars from a fixed seed; the points are their multiples of the generator. */
    @Setup
    public void setUp() {
        Point generator = group.equals("G1") ? G1.GENERATOR : G2.GENERATOR;
        int count = 1 << log2;
        Random random = new Random(log2);
        scalars = new long[Fr.LIMBS * count];
        for (int k = 0; k < count; k++) {
            Fr.fromBigInteger(scalars, Fr.LIMBS * k, new BigInteger(300, random));
        }
        values = FrVector.of(scalars, Arena.ofAuto());
        witness = FrVector.of(witness(random, count), Arena.ofAuto());
        base = FixedBase.of(generator, count);
        affine = base.multiply(scalars, 0, count);
        points = new Listed(generator.curve(), count, affine);
        decoded = new long[affine.length];
        encoded = new byte[count * generator.curve().uncompressedBytes()];
        for (int k = 0; k < count; k++) {
            PointEncoding.writeUncompressed(generator.curve(), encoded, k * generator.curve().uncompressedBytes(), affine, k * generator.curve().affineLimbs());
        }
        jacobian = new long[generator.curve().jacobianLimbs()];
        generator.curve().toJacobian(jacobian, 0, affine, generator.curve().affineLimbs());
    }

    /** Scalars like those of a witness: 80 in 100 bits, 15 of 32 bits, 5 of full length. */
    private static long[] witness(Random random, int count) {
        long[] out = new long[Fr.LIMBS * count];
        for (int k = 0; k < count; k++) {
            int drawn = random.nextInt(100);
            Fr.fromBigInteger(out, Fr.LIMBS * k, new BigInteger(drawn < 80 ? 1 : drawn < 95 ? 32 : 300, random));
        }
        return out;
    }

    /** A multi-scalar multiplication of a witness. */
    @Benchmark
    public Point sumOfWitness() {
        return new MultiScalarMultiplication(Workers.CALLER).sum(points, 0, Scalars.of(witness, points.count()), Progress.NONE);
    }

    /** Decoding all points, side by side where there are vectors, else one by one. */
    @Benchmark
    public long[] decode() {
        Curve curve = points.curve();
        int read = PointEncoding.readSideBySide(curve, decoded, 0, encoded, 0, 1 << log2);
        for (int k = read; k < 1 << log2; k++) {
            PointEncoding.readUncompressed(curve, decoded, k * curve.affineLimbs(), encoded, k * curve.uncompressedBytes());
        }
        return decoded;
    }

    /** A multi-scalar multiplication. */
    @Benchmark
    public Point sum() {
        return new MultiScalarMultiplication(Workers.CALLER).sum(points, 0, Scalars.of(values, points.count()), Progress.NONE);
    }

    /** The products of the generator by all scalars, as setup forms them. */
    @Benchmark
    public long[] fixedBase() {
        return base.multiply(scalars, 0, 1 << log2);
    }

    /** One mixed addition in a chain. */
    @Benchmark
    public long[] mixedAddition() {
        points.curve().addMixed(jacobian, 0, jacobian, 0, affine, 0);
        return jacobian;
    }
}
