package io.cairn.proofs.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrVector;
import io.cairn.proofs.field.Scalar;
import java.lang.foreign.Arena;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("vector")
class MultiScalarMultiplicationTest {

    private static final List<BigInteger> EXTREMES = ScalarPartsTest.extremes();

    private record Listed(Curve curve, List<Point> points) implements Points {

        @Override
        public long count() {
            return points.size();
        }

        @Override
        public void get(long k, long[] out, int o) {
            points.get((int) k).copyTo(out, o);
        }
    }

    /** Points with repetitions, opposites and infinity; scalars 0, 1, -1, small ones, powers of two and what is one less,
     * parts at their extremes, and any; awkward numbers of them. */
    @ParameterizedTest
    @CsvSource({"G1,0,20", "G1,1,20", "G1,2,20", "G1,3,20", "G1,7,20", "G1,8,20", "G1,9,1", "G1,63,20", "G1,64,500", "G1,65,500", "G1,300,20",
            "G1,1023,100000", "G1,1025,100000", "G2,0,20", "G2,1,20", "G2,9,20", "G2,150,20", "G2,255,100000", "G2,257,100000"})
    void agreesWithTheSumOfProducts(String group, int count, int range) {
        Point generator = group.equals("G1") ? G1.GENERATOR : G2.GENERATOR;
        Random random = new Random(count);
        long[] logarithms = new long[Fr.LIMBS * count];
        long[] values = new long[Fr.LIMBS * count];
        Scalar expected = Scalar.ZERO;
        for (int k = 0; k < count; k++) {
            Scalar logarithm = Scalar.of(BigInteger.valueOf(random.nextInt(2 * range + 1) - range));
            Scalar scalar = scalar(random);
            logarithm.copyTo(logarithms, Fr.LIMBS * k);
            scalar.copyTo(values, Fr.LIMBS * k);
            expected = expected.plus(logarithm.times(scalar));
        }
        long[] affine = FixedBase.of(generator, count).multiply(logarithms, 0, count);
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            points.add(Point.ofAffine(generator.curve(), affine, k * generator.curve().affineLimbs()));
        }
        Workers workers = new ProofDispatcher(2).workers();
        Point sum = new MultiScalarMultiplication(workers)
                .sum(new Listed(generator.curve(), points), 0, Scalars.of(FrVector.of(values, Arena.ofAuto()), count), Progress.NONE);
        assertEquals(generator.times(expected), sum);
    }

    /** Vectors of different lengths over the same points, which begin somewhere; a vector that needs no point of the end. */
    @ParameterizedTest
    @CsvSource({"G1,40", "G2,10"})
    void severalSumsOverTheSamePointsAreTheSameAsOneByOne(String group, int count) {
        Point generator = group.equals("G1") ? G1.GENERATOR : G2.GENERATOR;
        Random random = new Random(count);
        List<Point> list = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            list.add(generator.times(Scalar.of(random.nextInt(9))));
        }
        Points points = new Listed(generator.curve(), list);
        List<Scalars> vectors = new ArrayList<>();
        for (int length : new int[] {count - 3, 0, 1, count / 2}) {
            long[] values = new long[Fr.LIMBS * length];
            for (int k = 0; k < length; k++) {
                scalar(random).copyTo(values, Fr.LIMBS * k);
            }
            vectors.add(Scalars.of(FrVector.of(values, Arena.ofAuto()), length));
        }
        MultiScalarMultiplication sums = new MultiScalarMultiplication(new ProofDispatcher(2).workers());
        List<Point> expected = vectors.stream().map(scalars -> sums.sum(points, 3, scalars, Progress.NONE)).toList();
        assertEquals(expected, sums.sums(points, 3, vectors, Progress.NONE));
        assertThrows(IllegalArgumentException.class, () -> sums.sums(points, 4, vectors, Progress.NONE));
    }

    /** So many that windows have thousands of buckets, and more threads than windows. */
    @Test
    void bucketsOfAWindowAreDividedAmongThreads() {
        int count = 12_000;
        Random random = new Random(12);
        long[] values = new long[Fr.LIMBS * count];
        List<Point> few = IntStream.range(0, 50).mapToObj(k -> G1.GENERATOR.times(Scalar.of(k))).toList();
        List<Point> points = new ArrayList<>();
        Scalar expected = Scalar.ZERO;
        for (int k = 0; k < count; k++) {
            Scalar scalar = Scalar.of(new BigInteger(256, random));
            points.add(few.get(k % few.size()));
            scalar.copyTo(values, Fr.LIMBS * k);
            expected = expected.plus(Scalar.of(k % few.size()).times(scalar));
        }
        MultiScalarMultiplication sums = new MultiScalarMultiplication(new ProofDispatcher(16).workers());
        assertEquals(G1.GENERATOR.times(expected), sums.sum(new Listed(G1.CURVE, points), 0, Scalars.of(values, count), Progress.NONE));
    }

    @ParameterizedTest
    @CsvSource({"G1,50", "G1,3000", "G2,50"})
    void fixedBaseTablesAgreeWithSingleProducts(String group, int expected) {
        Point generator = group.equals("G1") ? G1.GENERATOR : G2.GENERATOR;
        Random random = new Random(expected);
        int count = 20;
        long[] values = new long[Fr.LIMBS * count];
        List<Scalar> scalars = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            scalars.add(scalar(random));
            scalars.getLast().copyTo(values, Fr.LIMBS * k);
        }
        long[] products = FixedBase.of(generator, expected).multiply(values, 0, count);
        for (int k = 0; k < count; k++) {
            Point product = Point.ofAffine(generator.curve(), products, k * generator.curve().affineLimbs());
            assertArrayEquals(generator.times(scalars.get(k)).toCompressed(), product.toCompressed());
        }
    }

    @ParameterizedTest
    @CsvSource({"G1,1", "G1,300", "G2,20"})
    void tablesOfFixedPointsAgreeWithTheSumOfProducts(String group, int count) {
        Point generator = group.equals("G1") ? G1.GENERATOR : G2.GENERATOR;
        Random random = new Random(count);
        List<Point> points = new ArrayList<>();
        List<Scalar> scalars = new ArrayList<>();
        Scalar expected = Scalar.ZERO;
        for (int k = 0; k < count; k++) {
            Scalar logarithm = Scalar.of(random.nextInt(41));
            points.add(generator.times(logarithm));
            scalars.add(scalar(random));
            expected = expected.plus(logarithm.times(scalars.getLast()));
        }
        assertEquals(generator.times(expected), new PointTable(points).sum(scalars));
    }

    private static Scalar scalar(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> Scalar.ZERO;
            case 1 -> Scalar.ONE;
            case 2 -> Scalar.ONE.negated();
            case 3 -> Scalar.of(random.nextInt(100));
            case 4 -> Scalar.of(BigInteger.TWO.pow(200).add(BigInteger.ONE));
            case 5 -> Scalar.of(BigInteger.TWO.pow(random.nextInt(255)));
            case 6 -> Scalar.of(new BigInteger(random.nextInt(65), random)).negated();
            case 7 -> Scalar.of(BigInteger.TWO.pow(random.nextInt(255)).subtract(BigInteger.ONE));
            case 8 -> Scalar.of(new BigInteger(32, random));
            case 9, 10 -> Scalar.of(EXTREMES.get(random.nextInt(EXTREMES.size())));
            default -> Scalar.of(new BigInteger(256, random));
        };
    }
}
