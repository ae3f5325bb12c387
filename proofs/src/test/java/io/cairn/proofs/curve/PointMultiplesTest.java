package io.cairn.proofs.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("vector")
class PointMultiplesTest {

    /** Scalars at the ends, and those whose last additions are of equal or opposite points. */
    private static final List<BigInteger> AWKWARD = List.of(BigInteger.ZERO, BigInteger.ONE, BigInteger.TWO, BigInteger.valueOf(15), BigInteger.valueOf(16),
            BigInteger.valueOf(17), BigInteger.ONE.shiftLeft(254), Fr.MODULUS.subtract(BigInteger.ONE), Fr.MODULUS.subtract(BigInteger.TWO),
            Fr.MODULUS.subtract(BigInteger.valueOf(3)), Fr.MODULUS.subtract(BigInteger.valueOf(4)), Fr.MODULUS.subtract(BigInteger.valueOf(16)),
            Fr.MODULUS.shiftRight(1), Fr.MODULUS.shiftRight(1).add(BigInteger.ONE));

    @ParameterizedTest
    @CsvSource({"G1, true", "G1, false", "G2, true", "G2, false"})
    void multiplesAreThoseOfSinglePoints(String group, boolean vectors) {
        Point generator = group.equals("G1") ? G1.GENERATOR : G2.GENERATOR;
        Random random = new Random(3);
        PointMultiples multiples = new PointMultiples(Workers.CALLER, vectors);
        for (int count : new int[] {1, 2, 7, 8, 9, 40}) {
            List<Point> points = new ArrayList<>();
            List<Point> starts = new ArrayList<>();
            long[] scalars = new long[count * Fr.LIMBS];
            for (int k = 0; k < count; k++) {
                points.add(k == 5 ? Point.infinity(generator.curve()) : generator.times(Scalar.of(1 + k % 3)));
                BigInteger scalar = k < AWKWARD.size() ? AWKWARD.get(k) : new BigInteger(254, random);
                Fr.fromBigInteger(scalars, k * Fr.LIMBS, scalar);
                starts.add(k == 6 ? points.get(k).times(Scalar.of(scalar)).negated() : k == 8 ? Point.infinity(generator.curve()) : generator);
            }
            Scalars list = Scalars.of(scalars, count);
            PointVector products = multiples.multiples(PointVector.of(points), list, Progress.NONE);
            PointVector sums = multiples.sums(PointVector.of(starts), PointVector.of(points), list, Progress.NONE);
            for (int k = 0; k < count; k++) {
                Point expected = points.get(k).times(Scalar.ofLimbs(scalars, k * Fr.LIMBS));
                assertEquals(expected, products.point(k), count + " points, point " + k);
                assertEquals(expected.plus(starts.get(k)), sums.point(k), count + " points, sum " + k);
            }
        }
    }

    /** Also those where parts are at their extremes, in lanes beside infinity. */
    @ParameterizedTest
    @CsvSource({"G1, 41", "G2, 131"})
    void multiplesByPartsAtTheirExtremesAreThoseOfSinglePoints(String group, int step) {
        Point generator = group.equals("G1") ? G1.GENERATOR : G2.GENERATOR;
        List<BigInteger> extremes = ScalarPartsTest.extremes();
        List<BigInteger> some = IntStream.range(0, extremes.size()).filter(k -> k % step == 0 || k > extremes.size() - 22).mapToObj(extremes::get).toList();
        List<Point> points = new ArrayList<>();
        long[] scalars = new long[some.size() * Fr.LIMBS];
        for (int k = 0; k < some.size(); k++) {
            points.add(k % 11 == 3 ? Point.infinity(generator.curve()) : generator.times(Scalar.of(1 + k % 5)));
            Fr.fromBigInteger(scalars, k * Fr.LIMBS, some.get(k));
        }
        PointVector products = new PointMultiples(Workers.CALLER).multiples(PointVector.of(points), Scalars.of(scalars, some.size()), Progress.NONE);
        for (int k = 0; k < some.size(); k++) {
            assertEquals(points.get(k).times(Scalar.ofLimbs(scalars, k * Fr.LIMBS)), products.point(k), "scalar " + some.get(k));
        }
    }

    /** Scalars whose digits to the base |x| are odd and mostly short take as many steps as the longest part needs. */
    @ParameterizedTest
    @CsvSource({"G1, 1", "G1, 5", "G1, 62", "G2, 1", "G2, 5", "G2, 62"})
    void multiplesByShortPartsAreThoseOfSinglePoints(String group, int bits) {
        Point generator = group.equals("G1") ? G1.GENERATOR : G2.GENERATOR;
        Random random = new Random(bits);
        List<Point> points = new ArrayList<>();
        long[] scalars = new long[9 * Fr.LIMBS];
        for (int k = 0; k < 9; k++) {
            points.add(generator.times(Scalar.of(1 + k)));
            BigInteger scalar = BigInteger.ZERO;
            for (int part = 0; part < 4; part++) {
                scalar = scalar.multiply(ScalarPartsTest.X).add(new BigInteger(bits, random).setBit(0));
            }
            Fr.fromBigInteger(scalars, k * Fr.LIMBS, scalar);
        }
        PointVector products = new PointMultiples(Workers.CALLER).multiples(PointVector.of(points), Scalars.of(scalars, 9), Progress.NONE);
        for (int k = 0; k < 9; k++) {
            assertEquals(points.get(k).times(Scalar.ofLimbs(scalars, k * Fr.LIMBS)), products.point(k), "point " + k);
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void refusesOtherNumbers(boolean vectors) {
        PointVector points = PointVector.of(List.of(G1.GENERATOR, G1.GENERATOR));
        PointMultiples multiples = new PointMultiples(Workers.CALLER, vectors);
        assertThrows(IllegalArgumentException.class, () -> multiples.multiples(points, Scalars.of(new long[Fr.LIMBS], 1), Progress.NONE));
        assertThrows(IllegalArgumentException.class,
                () -> multiples.sums(points.range(0, 1), points, Scalars.of(new long[2 * Fr.LIMBS], 2), Progress.NONE));
        assertThrows(IllegalArgumentException.class, () -> points.range(1, 3));
    }
}
