package io.cairn.proofs.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Lanes agree with integers, at the extremes of their limbs too; where there are no vectors there is nothing to check. */
@Tag("vector")
class FqLanesTest {

    private static final long EDGE = (1L << 51) - 1;

    @AddLifecycleHook(WithVectorsOnly.class)
    @Property(tries = 100)
    void productsAgreeWithIntegers(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int blocks) {
        Random random = new Random(seed);
        double[] a = limbs(random, blocks, EDGE);
        double[] b = limbs(random, blocks, EDGE);
        double[] out = new double[blocks * FqLanes.BLOCK];
        FqLanes.mul(out, 0, a, 0, b, 0, blocks);
        BigInteger radix = BigInteger.TWO.pow(408);
        for (int element = 0; element < blocks * FqLanes.LANES; element++) {
            BigInteger product = value(a, element).multiply(value(b, element));
            BigInteger result = value(out, element);
            assertEquals(product.mod(Fq.MODULUS), result.multiply(radix).mod(Fq.MODULUS));
            assertTrue(result.subtract(product.divide(radix)).abs().compareTo(Fq.MODULUS) <= 0);
        }
        double[] square = a.clone();
        FqLanes.mul(square, 0, square, 0, square, 0, blocks);
        for (int element = 0; element < blocks * FqLanes.LANES; element++) {
            assertEquals(value(a, element).pow(2).mod(Fq.MODULUS), value(square, element).multiply(radix).mod(Fq.MODULUS));
        }
    }

    @AddLifecycleHook(WithVectorsOnly.class)
    @Property(tries = 100)
    void wordsComeBack(@ForAll long seed, @ForAll @IntRange(min = -4, max = 3) int multiple) {
        Random random = new Random(seed);
        double[] limbs = new double[FqLanes.BLOCK];
        long[] words = new long[FqLaneWords.BLOCK];
        BigInteger[] expected = new BigInteger[FqLanes.LANES];
        for (int element = 0; element < FqLanes.LANES; element++) {
            BigInteger offset = switch (random.nextInt(3)) {
                case 0 -> BigInteger.ZERO;
                case 1 -> Fq.MODULUS.subtract(BigInteger.ONE);
                default -> new BigInteger(400, random).mod(Fq.MODULUS);
            };
            expected[element] = offset;
            set(limbs, element, offset.add(Fq.MODULUS.multiply(BigInteger.valueOf(multiple))));
        }
        FqLaneWords.pack(words, 0, limbs, 0, 1);
        double[] again = new double[FqLanes.BLOCK];
        FqLaneWords.unpack(again, 0, words, 0, 1);
        for (int element = 0; element < FqLanes.LANES; element++) {
            assertEquals(expected[element], value(again, element));
        }
    }

    @AddLifecycleHook(WithVectorsOnly.class)
    @Property(tries = 50)
    void balancingKeepsTheValue(@ForAll long seed) {
        double[] limbs = limbs(new Random(seed), 2, EDGE);
        double[] balanced = limbs.clone();
        FqLaneWords.balance(balanced, 0, 4096, 2);
        for (int element = 0; element < 2 * FqLanes.LANES; element++) {
            assertEquals(value(limbs, element).shiftLeft(12), value(balanced, element));
        }
        for (int k = 0; k < 7 * FqLanes.LANES; k++) {
            assertTrue(Math.abs(balanced[k]) <= (1L << 50) + (1L << 13));
        }
    }

    /** Products that are half a limb in the lowest place, where the rounding of the reduction stands between two numbers. */
    @Example
    void halfALimbIsRoundedRight() {
        assumeTrue(VectorWidth.chosen().isVector());
        double[] a = new double[FqLanes.BLOCK];
        double[] b = new double[FqLanes.BLOCK];
        for (int lane = 0; lane < FqLanes.LANES; lane++) {
            for (int k = 0; k < FqLanes.LIMBS; k++) {
                a[k * FqLanes.LANES + lane] = (lane & 1) == 0 ? 0x1p50 : -0x1p50;
                b[k * FqLanes.LANES + lane] = k == 0 || lane < 4 ? 1 + lane % 4 * 2 : 0;
            }
        }
        double[] out = new double[FqLanes.BLOCK];
        FqLanes.mul(out, 0, a, 0, b, 0, 1);
        for (int element = 0; element < FqLanes.LANES; element++) {
            BigInteger product = value(a, element).multiply(value(b, element));
            assertEquals(product.mod(Fq.MODULUS), value(out, element).shiftLeft(408).mod(Fq.MODULUS));
        }
    }

    @AddLifecycleHook(WithVectorsOnly.class)
    @Property(tries = 40)
    void treesInvert(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int blocks, @ForAll @IntRange(min = 800, max = 820) int power) {
        double[] tree = limbs(new Random(seed), FqLaneInverses.treeBlocks(blocks), 1L << 40);
        double[] before = tree.clone();
        assertTrue(new FqLaneInverses(power).invert(tree, blocks));
        BigInteger expected = BigInteger.TWO.pow(power).mod(Fq.MODULUS);
        for (int element = 0; element < blocks * FqLanes.LANES; element++) {
            assertEquals(expected, value(before, element).multiply(value(tree, element)).mod(Fq.MODULUS));
        }
    }

    @AddLifecycleHook(WithVectorsOnly.class)
    @Property(tries = 20)
    void treesWithAZeroAreNotInverted(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int blocks) {
        Random random = new Random(seed);
        double[] tree = limbs(random, FqLaneInverses.treeBlocks(blocks), 1L << 40);
        set(tree, random.nextInt(FqLanes.LANES), Fq.MODULUS.multiply(BigInteger.valueOf(random.nextInt(5) - 2)));
        assertFalse(new FqLaneInverses(816).invert(tree, blocks));
    }

    private static double[] limbs(Random random, int blocks, long edge) {
        double[] out = new double[blocks * FqLanes.BLOCK];
        for (int k = 0; k < out.length; k++) {
            long limb = switch (random.nextInt(4)) {
                case 0 -> edge;
                case 1 -> -edge;
                case 2 -> random.nextInt(3) - 1;
                default -> random.nextLong(-edge, edge);
            };
            boolean top = k % FqLanes.BLOCK >= FqLanes.BLOCK - FqLanes.LANES;
            out[k] = top ? limb >> 24 : limb;
        }
        return out;
    }

    private static void set(double[] limbs, int element, BigInteger value) {
        BigInteger rest = value;
        for (int k = 0; k < FqLanes.LIMBS - 1; k++) {
            long limb = rest.longValue() << 13 >> 13;
            limbs[8 * k + element] = limb;
            rest = rest.subtract(BigInteger.valueOf(limb)).shiftRight(51);
        }
        limbs[56 + element] = rest.longValueExact();
    }

    private static BigInteger value(double[] limbs, int element) {
        int at = element / FqLanes.LANES * FqLanes.BLOCK + element % FqLanes.LANES;
        BigInteger sum = BigInteger.ZERO;
        for (int k = FqLanes.LIMBS - 1; k >= 0; k--) {
            sum = sum.shiftLeft(51).add(BigInteger.valueOf((long) limbs[at + 8 * k]));
        }
        return sum;
    }
}
