package io.cairn.proofs.field;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Rows agree with integers, at the extremes of their limbs too; where there are no vectors there is nothing to check. */
@Tag("vector")
class Fq2RowsTest {

    private static final long UNIT = (1L << 49) + 32;
    private static final BigInteger RADIX = BigInteger.TWO.pow(400);

    @AddLifecycleHook(WithVectorsOnly.class)
    @Property(tries = 100)
    void productsAgreeWithIntegers(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int count) {
        Random random = new Random(seed);
        double[] a = limbs(random, count, 2 * UNIT, 20);
        double[] b = limbs(random, count, 3 * UNIT, 20);
        double[] out = new double[Fq2Rows.room(count)];
        Fq2Rows rows = new Fq2Rows();
        rows.mul(out, 0, a, 0, b, 0, count);
        for (int k = 0; k < count * Fq2Rows.ELEMENT; k += Fq2Rows.ELEMENT) {
            BigInteger a0 = value(a, k);
            BigInteger a1 = value(a, k + 8);
            BigInteger b0 = value(b, k);
            BigInteger b1 = value(b, k + 8);
            assertProduct(a0.multiply(b0).subtract(a1.multiply(b1)), out, k);
            assertProduct(a0.multiply(b1).add(a1.multiply(b0)), out, k + 8);
        }
        double[] left = a.clone();
        rows.mul(left, 0, left, 0, b, 0, count);
        assertArrayEquals(out, left);
        rows.mul(b, 0, a, 0, b, 0, count);
        assertArrayEquals(out, b);
    }

    private static void assertProduct(BigInteger product, double[] out, int at) {
        assertEquals(product.mod(Fq.MODULUS), value(out, at).multiply(RADIX).mod(Fq.MODULUS));
        assertSettled(out, at);
    }

    private static void assertSettled(double[] out, int at) {
        assertTrue(value(out, at).abs().shiftLeft(3).compareTo(Fq.MODULUS.multiply(BigInteger.valueOf(9))) <= 0);
        for (int k = 0; k < 8; k++) {
            assertTrue(Math.abs(out[at + k]) <= UNIT, "limb " + k + " is " + out[at + k]);
        }
    }

    @AddLifecycleHook(WithVectorsOnly.class)
    @Property(tries = 100)
    void settlingKeepsTheResidue(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int count) {
        double[] before = limbs(new Random(seed), count, 15 * (1L << 49), 13);
        double[] after = before.clone();
        new Fq2Rows().settle(after, 0, count);
        for (int k = 0; k < count * Fq2Rows.ELEMENT; k += 8) {
            assertEquals(value(before, k).mod(Fq.MODULUS), value(after, k).mod(Fq.MODULUS));
            assertSettled(after, k);
        }
    }

    @AddLifecycleHook(WithVectorsOnly.class)
    @Property(tries = 50)
    void wordsComeBack(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int count) {
        Random random = new Random(seed);
        long[] words = new long[count * Fq2.LIMBS];
        for (int k = 0; k < words.length; k += Fq.LIMBS) {
            BigInteger value = switch (random.nextInt(3)) {
                case 0 -> BigInteger.ZERO;
                case 1 -> Fq.MODULUS.subtract(BigInteger.ONE);
                default -> new BigInteger(400, random).mod(Fq.MODULUS);
            };
            System.arraycopy(Limbs.of(value, Fq.LIMBS), 0, words, k, Fq.LIMBS);
        }
        double[] elements = new double[count * Fq2Rows.ELEMENT];
        new Fq2Rows().fromWords(elements, 0, words, 0, count);
        long[] again = new long[words.length];
        new Fq2Rows().toWords(again, 0, elements, 0, count);
        assertArrayEquals(words, again);
    }

    @AddLifecycleHook(WithVectorsOnly.class)
    @Property(tries = 50)
    void sumsAgreeWithIntegers(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int count) {
        Random random = new Random(seed);
        double[] a = limbs(random, count, 3 * UNIT, 13);
        double[] b = limbs(random, count, 2 * UNIT, 13);
        double[] out = new double[a.length];
        double[] nonResidue = new double[a.length];
        Fq2Rows.combine(out, 0, 3, a, 0, -2, b, 0, count);
        Fq2Rows.addNonResidue(nonResidue, 0, a, 0, b, 0);
        for (int k = 0; k < count * Fq2Rows.ELEMENT; k += 8) {
            BigInteger thrice = value(a, k).multiply(BigInteger.valueOf(3));
            assertEquals(thrice.subtract(value(b, k).shiftLeft(1)), value(out, k));
        }
        assertEquals(value(a, 0).add(value(b, 0)).subtract(value(b, 8)), value(nonResidue, 0));
        assertEquals(value(a, 8).add(value(b, 0)).add(value(b, 8)), value(nonResidue, 8));
    }

    private static double[] limbs(Random random, int count, long edge, int topShift) {
        double[] out = new double[Fq2Rows.room(count)];
        for (int k = 0; k < count * Fq2Rows.ELEMENT; k++) {
            long limb = switch (random.nextInt(4)) {
                case 0 -> edge;
                case 1 -> -edge;
                case 2 -> random.nextInt(3) - 1;
                default -> random.nextLong(-edge, edge);
            };
            out[k] = k % 8 == 7 ? limb >> topShift + 4 : limb;
        }
        return out;
    }

    private static BigInteger value(double[] limbs, int at) {
        BigInteger sum = BigInteger.ZERO;
        for (int k = 7; k >= 0; k--) {
            sum = sum.shiftLeft(50).add(BigInteger.valueOf((long) limbs[at + k]));
        }
        return sum;
    }
}
