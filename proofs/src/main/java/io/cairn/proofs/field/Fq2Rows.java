package io.cairn.proofs.field;

import java.math.BigInteger;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;

/**
 * Arithmetic in {@link Fq2} on rows, for the towers above it: an element is 16 doubles, the 8 limbs of c0 and those of c1, so that a sum is one or two
 * additions of vectors and products are made four at a time.
 *
 * <p>An element of Fq is the sum of its limbs times 2^50k, times 2^400 in Montgomery's form. Limbs are integers of either sign. They are counted in units of
 * 2^49: <em>settled</em> limbs are of one unit (and 2^5 more), a sum of two settled elements has two, and so on. Doubles hold 16 units exactly; units of the two
 * operands of a product multiply to less than 8. Settled values are below 9/8 p in absolute value.
 *
 * <p>An instance holds the scratch memory of one thread.
 */
public final class Fq2Rows {

    /** Doubles of an element of Fq2. */
    public static final int ELEMENT = 16;

    static final int BITS = 50;
    static final int LIMBS = 8;

    private static final long MASK = (1L << BITS) - 1;
    private static final double ROUND = FqLanes.ROUND;
    private static final double LIMB = 0x1p50;
    /** What brings limbs to multiples of the next one; the top limb keeps all. */
    private static final double[] PER_LIMB = {0x1p-50, 0x1p-50, 0x1p-50, 0x1p-50, 0x1p-50, 0x1p-50, 0x1p-50, 0};
    /** Multiples of p that settling takes away: from -64 p to 64 p. */
    private static final int MULTIPLES = 64;
    private static final double[] MULTIPLES_OF_P = multiplesOfP();
    private static final double PER_P = 1 / Fq.MODULUS.shiftRight(BITS * (LIMBS - 1)).doubleValue();
    private static final long[] P = digits(Fq.MODULUS);
    /** What brings the words of {@link Fq} into this form, and back. */
    private static final double[] FROM_WORDS = group(BigInteger.ONE.shiftLeft(2 * BITS * LIMBS - 64 * Fq.LIMBS));
    private static final double[] TO_WORDS = group(BigInteger.ONE.shiftLeft(64 * Fq.LIMBS));

    private final Fq2RowProducts products = new Fq2RowProducts();
    private double[] carries = new double[1];
    private final double[] converted = new double[Fq2RowProducts.GROUP * ELEMENT];
    private final long[] digits = new long[LIMBS];
    private final long[] lessP = new long[LIMBS];

    private static double[] multiplesOfP() {
        double[] out = new double[(2 * MULTIPLES + 1) * LIMBS];
        for (int k = -MULTIPLES; k <= MULTIPLES; k++) {
            BigInteger rest = Fq.MODULUS.multiply(BigInteger.valueOf(k));
            for (int limb = 0; limb < LIMBS; limb++) {
                long digit = limb == LIMBS - 1 ? rest.longValueExact() : rest.longValue() << 64 - BITS >> 64 - BITS;
                out[(k + MULTIPLES) * LIMBS + limb] = digit;
                rest = rest.subtract(BigInteger.valueOf(digit)).shiftRight(BITS);
            }
        }
        return out;
    }

    private static long[] digits(BigInteger value) {
        long[] out = new long[LIMBS];
        for (int k = 0; k < LIMBS; k++) {
            out[k] = value.shiftRight(BITS * k).longValue() & MASK;
        }
        return out;
    }

    /** A group of elements that all are that number. */
    private static double[] group(BigInteger value) {
        long[] digits = digits(value.mod(Fq.MODULUS));
        double[] out = new double[Fq2RowProducts.GROUP * ELEMENT];
        for (int element = 0; element < out.length; element += ELEMENT) {
            for (int k = 0; k < LIMBS; k++) {
                out[element + k] = digits[k];
            }
        }
        return out;
    }

    /** Doubles of an array for so many elements: products need room for whole groups. */
    public static int room(int count) {
        return (count + Fq2RowProducts.GROUP - 1) / Fq2RowProducts.GROUP * Fq2RowProducts.GROUP * ELEMENT;
    }

    /** out = a + b for so many elements; units add. */
    public static void add(double[] out, int o, double[] a, int i, double[] b, int j, int count) {
        for (int k = 0; k < count * ELEMENT; k += FqLanes.WIDTH) {
            DoubleVector.fromArray(FqLanes.DOUBLES, a, i + k).add(DoubleVector.fromArray(FqLanes.DOUBLES, b, j + k)).intoArray(out, o + k);
        }
    }

    /** out = a - b for so many elements; units add. */
    public static void sub(double[] out, int o, double[] a, int i, double[] b, int j, int count) {
        for (int k = 0; k < count * ELEMENT; k += FqLanes.WIDTH) {
            DoubleVector.fromArray(FqLanes.DOUBLES, a, i + k).sub(DoubleVector.fromArray(FqLanes.DOUBLES, b, j + k)).intoArray(out, o + k);
        }
    }

    /** out = r a + s b for so many elements and small integers r and s; units are multiplied and add. */
    public static void combine(double[] out, int o, double r, double[] a, int i, double s, double[] b, int j, int count) {
        for (int k = 0; k < count * ELEMENT; k += FqLanes.WIDTH) {
            DoubleVector.fromArray(FqLanes.DOUBLES, a, i + k).mul(r).add(DoubleVector.fromArray(FqLanes.DOUBLES, b, j + k).mul(s)).intoArray(out, o + k);
        }
    }

    /** out = a + b (1 + u), by which the tower goes on; b's units count twice. Out may be a, but not b. */
    public static void addNonResidue(double[] out, int o, double[] a, int i, double[] b, int j) {
        for (int k = 0; k < LIMBS; k += FqLanes.WIDTH) {
            DoubleVector c0 = DoubleVector.fromArray(FqLanes.DOUBLES, b, j + k);
            DoubleVector c1 = DoubleVector.fromArray(FqLanes.DOUBLES, b, j + LIMBS + k);
            DoubleVector.fromArray(FqLanes.DOUBLES, a, i + k).add(c0.sub(c1)).intoArray(out, o + k);
            DoubleVector.fromArray(FqLanes.DOUBLES, a, i + LIMBS + k).add(c0.add(c1)).intoArray(out, o + LIMBS + k);
        }
    }

    /** out = a with the sign of c1 changed, for so many elements. */
    public static void conjugate(double[] out, int o, double[] a, int i, int count) {
        for (int k = 0; k < count * ELEMENT; k++) {
            out[o + k] = (k & LIMBS) == 0 ? a[i + k] : -a[i + k];
        }
    }

    /** Settles so many elements in place; before: at most 15 units, values between -63 p and 63 p. */
    public void settle(double[] a, int i, int count) {
        int rows = count * ELEMENT;
        if (carries.length <= rows) {
            carries = new double[rows + 1];
        }
        for (int row = 0; row < rows; row += LIMBS) {
            int multiple = ((int) Math.rint(a[i + row + LIMBS - 1] * PER_P) + MULTIPLES) * LIMBS;
            for (int k = 0; k < LIMBS; k += FqLanes.WIDTH) {
                int at = i + row + k;
                DoubleVector limb = DoubleVector.fromArray(FqLanes.DOUBLES, a, at).sub(DoubleVector.fromArray(FqLanes.DOUBLES, MULTIPLES_OF_P, multiple + k));
                DoubleVector next = limb.mul(DoubleVector.fromArray(FqLanes.DOUBLES, PER_LIMB, k)).add(ROUND).sub(ROUND);
                limb.sub(next.mul(LIMB)).intoArray(a, at);
                next.intoArray(carries, row + k + 1);
            }
        }
        for (int k = 0; k < rows; k += FqLanes.WIDTH) {
            DoubleVector.fromArray(FqLanes.DOUBLES, a, i + k).add(DoubleVector.fromArray(FqLanes.DOUBLES, carries, k)).intoArray(a, i + k);
        }
    }

    /** out = a * b, element by element, limbs settled and values between -p / 8 and p + p / 8. Arrays have {@link #room}; out may be a or b. */
    public void mul(double[] out, int o, double[] a, int i, double[] b, int j, int count) {
        products.mul(out, o, a, i, b, j, count);
    }

    /** Replaces as many elements, none of them 0, by their inverses, by a tree of products with one inversion at its root. */
    public void invert(double[] a, int count) {
        if (count == 1) {
            long[] words = new long[Fq2.LIMBS];
            toWords(words, 0, a, 0, 1);
            Fq2.FIELD.inverse(words, 0, words, 0);
            fromWords(a, 0, words, 0, 1);
            return;
        }
        int half = count / 2;
        int single = count % 2;
        double[] first = Arrays.copyOf(a, room(half));
        double[] second = new double[room(half)];
        System.arraycopy(a, half * ELEMENT, second, 0, half * ELEMENT);
        double[] inverses = new double[room(half + single)];
        mul(inverses, 0, first, 0, second, 0, half);
        System.arraycopy(a, 2 * half * ELEMENT, inverses, half * ELEMENT, single * ELEMENT);
        invert(inverses, half + single);
        System.arraycopy(inverses, half * ELEMENT, a, 2 * half * ELEMENT, single * ELEMENT);
        mul(second, 0, inverses, 0, second, 0, half);
        mul(first, 0, inverses, 0, first, 0, half);
        System.arraycopy(second, 0, a, 0, half * ELEMENT);
        System.arraycopy(first, 0, a, half * ELEMENT, half * ELEMENT);
    }

    /** out = as many elements of {@link Fq2}. */
    public void fromWords(double[] out, int o, long[] words, int i, int count) {
        load(out, o, words, i, count);
        for (int k = 0; k < count; k += Fq2RowProducts.GROUP) {
            int elements = Math.min(Fq2RowProducts.GROUP, count - k);
            System.arraycopy(out, o + k * ELEMENT, converted, 0, elements * ELEMENT);
            products.mul(converted, 0, converted, 0, FROM_WORDS, 0, elements);
            System.arraycopy(converted, 0, out, o + k * ELEMENT, elements * ELEMENT);
        }
    }

    /** out = the numbers in the words as they are, times 2^-16 in Montgomery's form; two units. */
    public static void load(double[] out, int o, long[] words, int i, int count) {
        for (int element = 0; element < 2 * count; element++) {
            int from = i + element * Fq.LIMBS;
            for (int k = 0; k < LIMBS; k++) {
                int word = BITS * k >>> 6;
                int shift = BITS * k & 63;
                long bits = words[from + word] >>> shift;
                if (shift > 64 - BITS && word + 1 < Fq.LIMBS) {
                    bits |= words[from + word + 1] << 64 - shift;
                }
                out[o + element * LIMBS + k] = bits & MASK;
            }
        }
    }

    /** out = as many elements of {@link Fq2}, fully reduced. */
    public void toWords(long[] out, int o, double[] a, int i, int count) {
        for (int k = 0; k < count; k += Fq2RowProducts.GROUP) {
            int elements = Math.min(Fq2RowProducts.GROUP, count - k);
            System.arraycopy(a, i + k * ELEMENT, converted, 0, elements * ELEMENT);
            products.mul(converted, 0, converted, 0, TO_WORDS, 0, elements);
            for (int element = 0; element < 2 * elements; element++) {
                store(out, o + (2 * k + element) * Fq.LIMBS, converted, element * LIMBS);
            }
        }
    }

    /** The words of a value from -p to 2p - 1. */
    private void store(long[] out, int o, double[] a, int i) {
        for (int k = 0; k < LIMBS; k++) {
            digits[k] = (long) a[i + k];
        }
        add(digits, digits, 0);
        if (digits[LIMBS - 1] < 0) {
            add(digits, P, 1);
        }
        System.arraycopy(digits, 0, lessP, 0, LIMBS);
        add(lessP, P, -1);
        long[] least = lessP[LIMBS - 1] >= 0 ? lessP : digits;
        for (int k = 0; k < Fq.LIMBS; k++) {
            out[o + k] = 0;
        }
        for (int k = 0; k < LIMBS; k++) {
            int word = BITS * k >>> 6;
            int shift = BITS * k & 63;
            out[o + word] |= least[k] << shift;
            if (shift > 64 - BITS && word + 1 < Fq.LIMBS) {
                out[o + word + 1] |= least[k] >>> 64 - shift;
            }
        }
    }

    /** a = a + s b with all limbs but the top one from 0 to 2^50 - 1. */
    private static void add(long[] a, long[] b, int s) {
        long carry = 0;
        for (int k = 0; k < LIMBS - 1; k++) {
            carry += a[k] + s * b[k];
            a[k] = carry & MASK;
            carry >>= BITS;
        }
        a[LIMBS - 1] += carry + s * b[LIMBS - 1];
    }
}
