package io.cairn.proofs.field;

import java.math.BigInteger;

/** Fq12 = Fq6[w] / (w^2 - v): 72 limbs, c0 then c1, for c0 + c1 w. */
public final class Fq12 implements Field {

    public static final Fq12 FIELD = new Fq12();
    /** Limbs of an element. */
    public static final int LIMBS = 2 * Fq6.LIMBS;

    private static final Fq6 BASE = Fq6.FIELD;
    private static final int C1 = Fq6.LIMBS;
    /** (1+u)^(k (p-1)/6) for k = 0..5: what the Frobenius map multiplies the coefficient of w^k by. */
    static final long[] FROBENIUS = frobeniusCoefficients();

    private Fq12() {
    }

    @Override
    public int limbs() {
        return LIMBS;
    }

    @Override
    public BigInteger order() {
        return Fq.MODULUS.pow(12);
    }

    @Override
    public void add(long[] out, int o, long[] a, int i, long[] b, int j) {
        BASE.add(out, o, a, i, b, j);
        BASE.add(out, o + C1, a, i + C1, b, j + C1);
    }

    @Override
    public void sub(long[] out, int o, long[] a, int i, long[] b, int j) {
        BASE.sub(out, o, a, i, b, j);
        BASE.sub(out, o + C1, a, i + C1, b, j + C1);
    }

    @Override
    public void mul(long[] out, int o, long[] a, int i, long[] b, int j) {
        long[] t = new long[4 * Fq6.LIMBS];
        int left = 2 * C1;
        int right = 3 * C1;
        BASE.mul(t, 0, a, i, b, j);
        BASE.mul(t, C1, a, i + C1, b, j + C1);
        BASE.add(t, left, a, i, a, i + C1);
        BASE.add(t, right, b, j, b, j + C1);
        BASE.mul(t, left, t, left, t, right);
        BASE.sub(t, left, t, left, t, 0);
        BASE.sub(out, o + C1, t, left, t, C1);
        BASE.mulByV(t, C1, t, C1);
        BASE.add(out, o, t, 0, t, C1);
    }

    @Override
    public void square(long[] out, int o, long[] a, int i) {
        long[] t = new long[3 * Fq6.LIMBS];
        int right = 2 * C1;
        BASE.mul(t, 0, a, i, a, i + C1);
        BASE.add(t, C1, a, i, a, i + C1);
        BASE.mulByV(t, right, a, i + C1);
        BASE.add(t, right, t, right, a, i);
        BASE.mul(t, C1, t, C1, t, right);
        BASE.sub(t, C1, t, C1, t, 0);
        BASE.mulByV(t, right, t, 0);
        BASE.sub(out, o, t, C1, t, right);
        BASE.add(out, o + C1, t, 0, t, 0);
    }

    /**
     * out = a^2 for a in the cyclotomic subgroup, where three squares in Fq4 are enough (Granger, Scott: "Faster
     * squaring in the cyclotomic subgroup of sixth degree extensions").
     */
    public void squareCyclotomic(long[] out, int o, long[] a, int i) {
        int n = Fq2.LIMBS;
        long[] t = new long[8 * n];
        squarePair(t, 0, a, i, i + 4 * n);
        squarePair(t, 2 * n, a, i + 3 * n, i + 2 * n);
        squarePair(t, 4 * n, a, i + n, i + 5 * n);
        Fq2.FIELD.mulByNonResidue(t, 5 * n, t, 5 * n);
        thriceLessTwice(out, o, t, 0, a, i);
        thriceAndTwice(out, o + 4 * n, t, n, a, i + 4 * n);
        thriceLessTwice(out, o + n, t, 2 * n, a, i + n);
        thriceAndTwice(out, o + 5 * n, t, 3 * n, a, i + 5 * n);
        thriceLessTwice(out, o + 2 * n, t, 4 * n, a, i + 2 * n);
        thriceAndTwice(out, o + 3 * n, t, 5 * n, a, i + 3 * n);
    }

    /** The two coefficients of (x + y z)^2 where z^2 is the non-residue; the last two elements of t are scratch. */
    private static void squarePair(long[] t, int at, long[] a, int x, int y) {
        int n = Fq2.LIMBS;
        int squareOfX = 6 * n;
        int squareOfY = 7 * n;
        Fq2.FIELD.square(t, squareOfX, a, x);
        Fq2.FIELD.square(t, squareOfY, a, y);
        Fq2.FIELD.add(t, at + n, a, x, a, y);
        Fq2.FIELD.square(t, at + n, t, at + n);
        Fq2.FIELD.sub(t, at + n, t, at + n, t, squareOfX);
        Fq2.FIELD.sub(t, at + n, t, at + n, t, squareOfY);
        Fq2.FIELD.mulByNonResidue(t, squareOfY, t, squareOfY);
        Fq2.FIELD.add(t, at, t, squareOfX, t, squareOfY);
    }

    /** out = 3 t - 2 a. */
    private static void thriceLessTwice(long[] out, int o, long[] t, int at, long[] a, int i) {
        Fq2.FIELD.sub(out, o, t, at, a, i);
        Fq2.FIELD.add(out, o, out, o, out, o);
        Fq2.FIELD.add(out, o, out, o, t, at);
    }

    /** out = 3 t + 2 a. */
    private static void thriceAndTwice(long[] out, int o, long[] t, int at, long[] a, int i) {
        Fq2.FIELD.add(out, o, t, at, a, i);
        Fq2.FIELD.add(out, o, out, o, out, o);
        Fq2.FIELD.add(out, o, out, o, t, at);
    }

    @Override
    public void negate(long[] out, int o, long[] a, int i) {
        BASE.negate(out, o, a, i);
        BASE.negate(out, o + C1, a, i + C1);
    }

    @Override
    public void inverse(long[] out, int o, long[] a, int i) {
        long[] t = new long[2 * Fq6.LIMBS];
        BASE.square(t, 0, a, i);
        BASE.square(t, C1, a, i + C1);
        BASE.mulByV(t, C1, t, C1);
        BASE.sub(t, 0, t, 0, t, C1);
        BASE.inverse(t, 0, t, 0);
        BASE.mul(out, o, a, i, t, 0);
        BASE.mul(out, o + C1, a, i + C1, t, 0);
        BASE.negate(out, o + C1, out, o + C1);
    }

    @Override
    public void setOne(long[] out, int o) {
        setZero(out, o);
        Fq.setOne(out, o);
    }

    /** out = c0 - c1 w, the inverse in the cyclotomic subgroup. */
    public void conjugate(long[] out, int o, long[] a, int i) {
        BASE.copy(out, o, a, i);
        BASE.negate(out, o + C1, a, i + C1);
    }

    /** out = a^p. */
    public void frobenius(long[] out, int o, long[] a, int i) {
        for (int half = 0; half < 2; half++) {
            for (int third = 0; third < 3; third++) {
                int at = half * C1 + third * Fq2.LIMBS;
                Fq2.FIELD.conjugate(out, o + at, a, i + at);
                Fq2.FIELD.mul(out, o + at, out, o + at, FROBENIUS, (2 * third + half) * Fq2.LIMBS);
            }
        }
    }

    /** out = a (b0 + b1 v + s v w) for b0, b1 in Fq2 and s in Fq: the shape of a line of the pairing. */
    public void mulByLine(long[] out, int o, long[] a, int i, long[] b, int b0, int b1, int s) {
        long[] t = new long[3 * Fq6.LIMBS];
        long[] sum = new long[Fq2.LIMBS];
        int both = 2 * C1;
        BASE.mulBySparse(t, 0, a, i, b, b0, b, b1);
        BASE.mulByScaledV(t, C1, a, i + C1, b, s);
        Fq2.FIELD.copy(sum, 0, b, b1);
        Fq.add(sum, 0, sum, 0, b, s);
        BASE.add(t, both, a, i, a, i + C1);
        BASE.mulBySparse(t, both, t, both, b, b0, sum, 0);
        BASE.sub(t, both, t, both, t, 0);
        BASE.sub(out, o + C1, t, both, t, C1);
        BASE.mulByV(t, C1, t, C1);
        BASE.add(out, o, t, 0, t, C1);
    }

    private static long[] frobeniusCoefficients() {
        long[] out = new long[6 * Fq2.LIMBS];
        long[] root = new long[Fq2.LIMBS];
        Fq.setOne(root, 0);
        Fq.setOne(root, Fq.LIMBS);
        Fq2.FIELD.power(root, 0, root, 0, Fq.MODULUS.subtract(BigInteger.ONE).divide(BigInteger.valueOf(6)));
        Fq2.FIELD.setOne(out, 0);
        for (int k = 1; k < 6; k++) {
            Fq2.FIELD.mul(out, k * Fq2.LIMBS, out, (k - 1) * Fq2.LIMBS, root, 0);
        }
        return out;
    }
}
