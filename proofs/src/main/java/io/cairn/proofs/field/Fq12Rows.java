package io.cairn.proofs.field;

import java.math.BigInteger;

/**
 * Arithmetic in {@link Fq12} on rows: an element is 6 elements of {@link Fq2Rows}, those of c0 then those of c1, always settled. All products in Fq2 of one
 * operation are independent of each other and made together.
 *
 * <p>An instance holds the scratch memory of one thread. Results may overwrite operands.
 */
public final class Fq12Rows {

    /** Doubles of an element. */
    public static final int ELEMENT = 6 * Fq2Rows.ELEMENT;

    private static final int N = Fq2Rows.ELEMENT;
    private static final int HALF = 3 * N;
    /** Products in Fq2 of one product in Fq6, by Karatsuba. */
    private static final int FQ6 = 6;

    /** 2^16 in words, which {@link Fq2Rows#load} lacks. */
    private static final long[] LOADED = Limbs.of(BigInteger.ONE.shiftLeft(16 + 64 * Fq.LIMBS).mod(Fq.MODULUS), Fq.LIMBS);

    /** The Frobenius map's factors in the order of an element's coefficients. */
    private static final double[] FROBENIUS = frobeniusFactors();

    private final Fq2Rows base = new Fq2Rows();
    private final double[] left = new double[Fq2Rows.room(3 * FQ6)];
    private final double[] right = new double[Fq2Rows.room(3 * FQ6)];
    private final double[] products = new double[Fq2Rows.room(3 * FQ6)];
    private final double[] t = new double[2 * ELEMENT];

    private static double[] frobeniusFactors() {
        double[] out = new double[Fq2Rows.room(6)];
        for (int k = 0; k < 6; k++) {
            new Fq2Rows().fromWords(out, k * N, Fq12.FROBENIUS, (k % 3 * 2 + k / 3) * Fq2.LIMBS, 1);
        }
        return out;
    }

    /** out = a * b: by Karatsuba three products in Fq6, 18 in Fq2. */
    public void mul(double[] out, double[] a, double[] b) {
        Fq2Rows.add(t, 0, a, 0, a, HALF, 3);
        Fq2Rows.add(t, HALF, b, 0, b, HALF, 3);
        base.settle(t, 0, 6);
        spread(left, 0, a, 0);
        spread(left, FQ6, a, HALF);
        spread(left, 2 * FQ6, t, 0);
        spread(right, 0, b, 0);
        spread(right, FQ6, b, HALF);
        spread(right, 2 * FQ6, t, HALF);
        base.mul(products, 0, left, 0, right, 0, 3 * FQ6);
        collect(t, 0, 0);
        collect(t, HALF, FQ6);
        collect(out, HALF, 2 * FQ6);
        addTimesV(out, 0, t, 0, t, HALF);
        Fq2Rows.add(t, 0, t, 0, t, HALF, 3);
        base.settle(t, 0, 3);
        Fq2Rows.sub(out, HALF, out, HALF, t, 0, 3);
        base.settle(out, 0, 6);
    }

    /** out = a * a: (c0 + c1) (c0 + v c1) less c0 c1 (1 + v), and 2 c0 c1. */
    public void square(double[] out, double[] a) {
        Fq2Rows.add(t, 0, a, 0, a, HALF, 3);
        addTimesV(t, HALF, a, 0, a, HALF);
        base.settle(t, 0, 6);
        spread(left, 0, a, 0);
        spread(left, FQ6, t, 0);
        spread(right, 0, a, HALF);
        spread(right, FQ6, t, HALF);
        base.mul(products, 0, left, 0, right, 0, 2 * FQ6);
        collect(t, 0, 0);
        collect(out, 0, FQ6);
        addTimesV(t, HALF, t, 0, t, 0);
        base.settle(t, HALF, 3);
        Fq2Rows.sub(out, 0, out, 0, t, HALF, 3);
        Fq2Rows.add(out, HALF, t, 0, t, 0, 3);
        base.settle(out, 0, 6);
    }

    /** Of an element of Fq6 the six factors of Karatsuba's products: its coefficients and their sums by twos; at most two units. */
    private static void spread(double[] to, int slot, double[] a, int i) {
        int o = slot * N;
        System.arraycopy(a, i, to, o, HALF);
        Fq2Rows.add(to, o + 3 * N, a, i, a, i + N, 1);
        Fq2Rows.add(to, o + 4 * N, a, i, a, i + 2 * N, 1);
        Fq2Rows.add(to, o + 5 * N, a, i + N, a, i + 2 * N, 1);
    }

    /** out = the element of Fq6 that six products make; 7, 5 and 4 units. */
    private void collect(double[] out, int o, int slot) {
        int p0 = slot * N;
        int p1 = p0 + N;
        int p2 = p0 + 2 * N;
        int p01 = p0 + 3 * N;
        int p02 = p0 + 4 * N;
        int p12 = p0 + 5 * N;
        Fq2Rows.sub(products, p12, products, p12, products, p1, 1);
        Fq2Rows.sub(products, p12, products, p12, products, p2, 1);
        Fq2Rows.sub(products, p01, products, p01, products, p0, 1);
        Fq2Rows.sub(products, p01, products, p01, products, p1, 1);
        Fq2Rows.sub(products, p02, products, p02, products, p0, 1);
        Fq2Rows.sub(products, p02, products, p02, products, p2, 1);
        Fq2Rows.addNonResidue(out, o, products, p0, products, p12);
        Fq2Rows.addNonResidue(out, o + N, products, p01, products, p2);
        Fq2Rows.add(out, o + 2 * N, products, p02, products, p1, 1);
    }

    /** out = a + v b in Fq6; out may be a, but not b. */
    private static void addTimesV(double[] out, int o, double[] a, int i, double[] b, int j) {
        Fq2Rows.addNonResidue(out, o, a, i, b, j + 2 * N);
        Fq2Rows.add(out, o + N, a, i + N, b, j, 2);
    }

    /**
     * out = a * a for a in the cyclotomic subgroup, as {@link Fq12#squareCyclotomic}: of three pairs x, y it takes x y and (x + y) (x + (1 + u) y), which have
     * 6 units before they are multiplied.
     */
    public void squareCyclotomic(double[] out, double[] a) {
        pair(0, a, 0, 4 * N);
        pair(1, a, 3 * N, 2 * N);
        pair(2, a, N, 5 * N);
        base.mul(products, 0, left, 0, right, 0, 6);
        for (int pair = 0; pair < 3; pair++) {
            int product = 2 * pair * N;
            Fq2Rows.addNonResidue(t, 0, products, product, products, product);
            Fq2Rows.sub(products, product + N, products, product + N, t, 0, 1);
            Fq2Rows.combine(out, pair * N, 3, products, product + N, -2, a, pair * N, 1);
        }
        Fq2Rows.sub(t, 0, t, 0, products, 4 * N, 1);
        Fq2Rows.combine(out, 3 * N, 6, t, 0, 2, a, 3 * N, 1);
        Fq2Rows.combine(out, 4 * N, 6, products, 0, 2, a, 4 * N, 1);
        Fq2Rows.combine(out, 5 * N, 6, products, 2 * N, 2, a, 5 * N, 1);
        base.settle(out, 0, 6);
    }

    private void pair(int pair, double[] a, int x, int y) {
        int at = 2 * pair * N;
        System.arraycopy(a, x, left, at, N);
        System.arraycopy(a, y, right, at, N);
        Fq2Rows.add(left, at + N, a, x, a, y, 1);
        Fq2Rows.addNonResidue(right, at + N, a, x, a, y);
    }

    /** out = a (l0 + l1 v + v w), for the two elements of Fq2 that begin at i: the shape of a line of the pairing, divided by y. */
    public void mulByLine(double[] out, double[] a, double[] line, int i) {
        System.arraycopy(a, 0, left, 0, ELEMENT);
        System.arraycopy(a, 0, left, ELEMENT, ELEMENT);
        for (int k = 0; k < 6; k++) {
            System.arraycopy(line, i, right, k * N, N);
            System.arraycopy(line, i + N, right, (6 + k) * N, N);
        }
        base.mul(products, 0, left, 0, right, 0, 12);
        Fq2Rows.add(products, 8 * N, products, 8 * N, a, 4 * N, 1);
        Fq2Rows.add(products, 11 * N, products, 11 * N, a, 2 * N, 1);
        Fq2Rows.add(products, N, products, N, products, 6 * N, 2);
        Fq2Rows.add(products, 4 * N, products, 4 * N, products, 9 * N, 2);
        Fq2Rows.addNonResidue(t, 0, products, 0, products, 8 * N);
        Fq2Rows.addNonResidue(t, N, products, N, a, 5 * N);
        Fq2Rows.add(t, 2 * N, products, 2 * N, a, 3 * N, 1);
        Fq2Rows.addNonResidue(t, 3 * N, products, 3 * N, products, 11 * N);
        Fq2Rows.add(t, 4 * N, products, 4 * N, a, 0, 2);
        System.arraycopy(t, 0, out, 0, ELEMENT);
        base.settle(out, 0, 6);
    }

    /**
     * The lines with coefficients {@code l0}, {@code l1} in words, scaled for {@link #mulByLine}: l0 / y and l1 x / y.
     *
     * @param lines an even number of them, each two elements of {@link Fq2}
     * @param p     x and y, two elements of {@link Fq}
     */
    public double[] scaledLines(long[] lines, long[] p) {
        long[] scale = new long[4 * Fq.LIMBS];
        Fq.inverse(scale, 0, p, Fq.LIMBS);
        Fq.mul(scale, 0, scale, 0, LOADED, 0);
        Fq.mul(scale, 2 * Fq.LIMBS, scale, 0, p, 0);
        double[] scales = new double[4 * N];
        base.fromWords(scales, 0, scale, 0, 2);
        System.arraycopy(scales, 0, scales, 2 * N, 2 * N);
        int count = lines.length / Fq2.LIMBS;
        double[] out = new double[count * N];
        Fq2Rows.load(out, 0, lines, 0, count);
        for (int k = 0; k < count * N; k += scales.length) {
            base.mul(out, k, out, k, scales, 0, 4);
        }
        return out;
    }

    /** out = c0 - c1 w, the inverse in the cyclotomic subgroup. */
    public void conjugate(double[] out, double[] a) {
        System.arraycopy(a, 0, out, 0, HALF);
        Fq2Rows.combine(out, HALF, -1, a, HALF, 0, a, HALF, 3);
    }

    /** out = a^p. */
    public void frobenius(double[] out, double[] a) {
        Fq2Rows.conjugate(left, 0, a, 0, 6);
        base.mul(left, 0, left, 0, FROBENIUS, 0, 6);
        System.arraycopy(left, 0, out, 0, ELEMENT);
    }

    /** out = 1 / a, and 0 for 0; in words. */
    public void inverse(double[] out, double[] a) {
        long[] words = toWords(a);
        Fq12.FIELD.inverse(words, 0, words, 0);
        base.fromWords(out, 0, words, 0, 6);
    }

    /** The element in words. */
    public double[] fromWords(long[] words) {
        double[] out = new double[ELEMENT];
        base.fromWords(out, 0, words, 0, 6);
        return out;
    }

    /** The words of the element. */
    public long[] toWords(double[] a) {
        long[] out = new long[Fq12.LIMBS];
        base.toWords(out, 0, a, 0, 6);
        return out;
    }
}
