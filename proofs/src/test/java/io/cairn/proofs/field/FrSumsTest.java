package io.cairn.proofs.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Sums of products agree with integers, in plain Java and in lanes, for the largest elements and limbs too. */
@Tag("vector")
class FrSumsTest {

    private static final int LANES = FqLanes.LANES;

    @Property(tries = 200)
    void sumsAgreeWithIntegers(@ForAll long seed, @ForAll @IntRange(min = 1, max = FrSums.MOST_TERMS) int terms) {
        Random random = new Random(seed);
        long[] a = new long[terms * Fr.LIMBS];
        long[] b = new long[terms * Fr.LIMBS];
        BigInteger expected = BigInteger.ZERO;
        for (int k = 0; k < terms; k++) {
            Fr.fromBigInteger(a, k * Fr.LIMBS, element(random));
            Fr.fromBigInteger(b, k * Fr.LIMBS, element(random));
            expected = expected.add(Fr.toBigInteger(a, k * Fr.LIMBS).multiply(Fr.toBigInteger(b, k * Fr.LIMBS)));
        }
        FrSums.sum(a, 0, a, 0, b, 0, terms);
        assertEquals(expected.mod(Fr.MODULUS), Fr.toBigInteger(a, 0));
        assertTrue(Fr.isCanonical(a, 0));
    }

    @Property(tries = 200)
    void sumsOfTheLargestWordsAreReduced(@ForAll @IntRange(min = 1, max = FrSums.MOST_TERMS) int terms) {
        long[] words = Limbs.of(Fr.MODULUS.subtract(BigInteger.ONE), Fr.LIMBS);
        long[] all = new long[terms * Fr.LIMBS];
        for (int n = 0; n < all.length; n++) {
            all[n] = words[n % Fr.LIMBS];
        }
        long[] out = new long[Fr.LIMBS];
        long[] one = new long[Fr.LIMBS];
        FrSums.sum(out, 0, all, 0, all, 0, terms);
        Fr.mul(one, 0, words, 0, words, 0);
        assertEquals(Fr.toBigInteger(one, 0).multiply(BigInteger.valueOf(terms)).mod(Fr.MODULUS), Fr.toBigInteger(out, 0));
        assertTrue(Fr.isCanonical(out, 0));
    }

    @AddLifecycleHook(WithVectorsOnly.class)
    @Property(tries = 200)
    void sumsInLanesAgreeWithIntegers(@ForAll long seed, @ForAll @IntRange(min = 1, max = FrLaneSums.MOST_TERMS) int terms) {
        Random random = new Random(seed);
        double[] values = new double[terms * FrLanes.BLOCK];
        double[] addend = new double[FrLanes.BLOCK];
        double[] row = new double[terms * FrLanes.LIMBS];
        fill(addend, 0, random);
        for (int k = 0; k < terms; k++) {
            fill(values, k * FrLanes.BLOCK, random);
            FrLaneSums.multiplier(row, k * FrLanes.LIMBS, Scalar.of(element(random)));
        }
        if (random.nextInt(4) == 0) {
            atTheBound(values, row, addend, random.nextBoolean());
        }
        double[] before = addend.clone();
        FrLaneSums.sum(addend, 0, addend, 0, values, 0, row, 0, terms);
        for (int lane = 0; lane < LANES; lane++) {
            BigInteger expected = value(before, lane, LANES).shiftLeft(255);
            for (int k = 0; k < terms; k++) {
                expected = expected.add(value(values, k * FrLanes.BLOCK + lane, LANES).multiply(value(row, k * FrLanes.LIMBS, 1)));
            }
            BigInteger actual = value(addend, lane, LANES);
            assertEquals(expected.mod(Fr.MODULUS), actual.shiftLeft(255).mod(Fr.MODULUS));
            assertTrue(actual.abs().shiftLeft(1).compareTo(Fr.MODULUS.add(Fr.MODULUS.shiftRight(39))) <= 0);
        }
    }

    /** All products half the order squared, of one sign, and the addend with them. */
    private static void atTheBound(double[] values, double[] row, double[] addend, boolean positive) {
        Scalar half = Scalar.of(Fr.MODULUS.shiftRight(1));
        for (int k = 0; k < row.length / FrLanes.LIMBS; k++) {
            FrLaneSums.splat(values, k * FrLanes.BLOCK, half);
            FrLaneSums.multiplier(row, k * FrLanes.LIMBS, positive ? half : half.negated());
        }
        FrLaneSums.splat(addend, 0, positive ? half : half.negated());
    }

    private static void fill(double[] out, int o, Random random) {
        if (random.nextBoolean()) {
            FrLaneSums.splat(out, o, Scalar.of(element(random)));
            return;
        }
        double[] limbs = new double[FrLanes.BLOCK];
        for (int lane = 0; lane < LANES; lane++) {
            FrLaneSums.splat(limbs, 0, Scalar.of(element(random)));
            for (int k = 0; k < FrLanes.LIMBS; k++) {
                out[o + LANES * k + lane] = limbs[LANES * k];
            }
        }
    }

    private static BigInteger element(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Fr.MODULUS.subtract(BigInteger.ONE);
            case 1 -> Fr.MODULUS.shiftRight(1).add(BigInteger.valueOf(random.nextInt(2)));
            case 2 -> BigInteger.valueOf(random.nextInt(2));
            case 3 -> BigInteger.TWO.pow(204).subtract(BigInteger.ONE).shiftRight(1);
            default -> new BigInteger(300, random).mod(Fr.MODULUS);
        };
    }

    private static BigInteger value(double[] limbs, int at, int stride) {
        BigInteger sum = BigInteger.ZERO;
        for (int k = FrLanes.LIMBS - 1; k >= 0; k--) {
            sum = sum.shiftLeft(51).add(BigInteger.valueOf((long) limbs[at + k * stride]));
        }
        return sum;
    }
}
