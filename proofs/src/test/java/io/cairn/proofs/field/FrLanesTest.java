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

/** Butterflies and products agree with integers on fresh elements, which have the largest limbs, and their results are reduced. */
@Tag("vector")
class FrLanesTest {

    private static final BigInteger RADIX = BigInteger.TWO.pow(255);

    @AddLifecycleHook(WithVectorsOnly.class)
    @Property(tries = 100)
    void splitAgreesWithIntegers(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int blocks) {
        Random random = new Random(seed);
        double[] before = fresh(random, 2 * blocks);
        double[] multiplier = fresh(random, 1);
        FrLanes.reduce(multiplier, 0, 1);
        double[] after = before.clone();
        FrButterflies.split(after, 0, blocks * FrLanes.BLOCK, blocks, multiplier);
        for (int element = 0; element < 8 * blocks; element++) {
            BigInteger low = value(before, element).multiply(RADIX);
            BigInteger product = value(before, element + 8 * blocks).multiply(value(multiplier, element % 8));
            assertSame(low.add(product), after, element);
            assertSame(low.subtract(product), after, element + 8 * blocks);
        }
    }

    @AddLifecycleHook(WithVectorsOnly.class)
    @Property(tries = 100)
    void joinAgreesWithIntegers(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int blocks) {
        Random random = new Random(seed);
        double[] before = fresh(random, 2 * blocks);
        double[] multiplier = fresh(random, 1);
        FrLanes.reduce(multiplier, 0, 1);
        double[] after = before.clone();
        FrButterflies.join(after, 0, blocks * FrLanes.BLOCK, blocks, multiplier);
        for (int element = 0; element < 8 * blocks; element++) {
            BigInteger low = value(before, element);
            BigInteger high = value(before, element + 8 * blocks);
            assertSame(low.add(high).multiply(RADIX), after, element);
            assertSame(low.subtract(high).multiply(value(multiplier, element % 8)), after, element + 8 * blocks);
        }
    }

    @AddLifecycleHook(WithVectorsOnly.class)
    @Property(tries = 50)
    void productsAndWordsAgreeWithIntegers(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int blocks) {
        Random random = new Random(seed);
        double[] before = fresh(random, blocks);
        double[] multipliers = fresh(random, blocks);
        FrLanes.reduce(multipliers, 0, blocks);
        double[] after = before.clone();
        FrLanes.mul(after, 0, multipliers, 0, blocks);
        long[] words = new long[blocks * FrLaneWords.BLOCK];
        double[] again = new double[blocks * FrLanes.BLOCK];
        FrLaneWords.pack(words, 0, after, 0, blocks);
        FrLaneWords.unpack(again, 0, words, 0, blocks);
        for (int element = 0; element < 8 * blocks; element++) {
            assertSame(value(before, element).multiply(value(multipliers, element)), after, element);
            assertEquals(value(after, element).mod(Fr.MODULUS), value(again, element));
        }
    }

    /** That an element times 2^255 is congruent, and that it is reduced. */
    private static void assertSame(BigInteger expected, double[] limbs, int element) {
        BigInteger actual = value(limbs, element);
        assertEquals(expected.mod(Fr.MODULUS), actual.multiply(RADIX).mod(Fr.MODULUS));
        assertTrue(actual.abs().shiftLeft(1).compareTo(Fr.MODULUS.add(Fr.MODULUS.shiftRight(39))) <= 0);
    }

    private static double[] fresh(Random random, int blocks) {
        double[] out = new double[blocks * FrLanes.BLOCK];
        for (int element = 0; element < 8 * blocks; element++) {
            BigInteger value = switch (random.nextInt(5)) {
                case 0 -> Fr.MODULUS.subtract(BigInteger.ONE);
                case 1 -> BigInteger.valueOf(random.nextInt(2));
                case 2 -> BigInteger.TWO.pow(254).subtract(BigInteger.ONE);
                default -> new BigInteger(300, random).mod(Fr.MODULUS);
            };
            for (int k = 0; k < FrLanes.LIMBS; k++) {
                out[element / 8 * FrLanes.BLOCK + 8 * k + element % 8] = FqLanes.limb(value, k);
            }
        }
        return out;
    }

    private static BigInteger value(double[] limbs, int element) {
        BigInteger sum = BigInteger.ZERO;
        for (int k = FrLanes.LIMBS - 1; k >= 0; k--) {
            sum = sum.shiftLeft(51).add(BigInteger.valueOf((long) limbs[element / 8 * FrLanes.BLOCK + 8 * k + element % 8]));
        }
        return sum;
    }
}
