package io.cairn.proofs.field;

import java.math.BigInteger;

/** Fq6 = Fq2[v] / (v^3 - (1 + u)): 36 limbs, c0, c1, c2 for c0 + c1 v + c2 v^2. */
public final class Fq6 implements Field {

    public static final Fq6 FIELD = new Fq6();
    /** Limbs of an element. */
    public static final int LIMBS = 3 * Fq2.LIMBS;

    private static final Fq2 BASE = Fq2.FIELD;
    private static final int C1 = Fq2.LIMBS;
    private static final int C2 = 2 * Fq2.LIMBS;

    private Fq6() {
    }

    @Override
    public int limbs() {
        return LIMBS;
    }

    @Override
    public BigInteger order() {
        return Fq.MODULUS.pow(6);
    }

    @Override
    public void add(long[] out, int o, long[] a, int i, long[] b, int j) {
        BASE.add(out, o, a, i, b, j);
        BASE.add(out, o + C1, a, i + C1, b, j + C1);
        BASE.add(out, o + C2, a, i + C2, b, j + C2);
    }

    @Override
    public void sub(long[] out, int o, long[] a, int i, long[] b, int j) {
        BASE.sub(out, o, a, i, b, j);
        BASE.sub(out, o + C1, a, i + C1, b, j + C1);
        BASE.sub(out, o + C2, a, i + C2, b, j + C2);
    }

    @Override
    public void mul(long[] out, int o, long[] a, int i, long[] b, int j) {
        long[] t = new long[6 * Fq2.LIMBS];
        int cross01 = 36;
        int cross02 = 48;
        int cross12 = 60;
        BASE.mul(t, 0, a, i, b, j);
        BASE.mul(t, C1, a, i + C1, b, j + C1);
        BASE.mul(t, C2, a, i + C2, b, j + C2);
        cross(t, cross01, a, i, i + C1, b, j, j + C1, 0, C1);
        cross(t, cross02, a, i, i + C2, b, j, j + C2, 0, C2);
        cross(t, cross12, a, i + C1, i + C2, b, j + C1, j + C2, C1, C2);
        BASE.mulByNonResidue(t, cross12, t, cross12);
        BASE.add(out, o, t, 0, t, cross12);
        BASE.add(out, o + C2, t, cross02, t, C1);
        BASE.mulByNonResidue(t, C2, t, C2);
        BASE.add(out, o + C1, t, cross01, t, C2);
    }

    /** t[at] = (a_x + a_y)(b_x + b_y) - t[square1] - t[square2]: the sum of the two mixed products. */
    private static void cross(long[] t, int at, long[] a, int x, int y, long[] b, int v, int w, int square1, int square2) {
        long[] sums = new long[2 * Fq2.LIMBS];
        BASE.add(sums, 0, a, x, a, y);
        BASE.add(sums, C1, b, v, b, w);
        BASE.mul(t, at, sums, 0, sums, C1);
        BASE.sub(t, at, t, at, t, square1);
        BASE.sub(t, at, t, at, t, square2);
    }

    @Override
    public void square(long[] out, int o, long[] a, int i) {
        mul(out, o, a, i, a, i);
    }

    @Override
    public void negate(long[] out, int o, long[] a, int i) {
        BASE.negate(out, o, a, i);
        BASE.negate(out, o + C1, a, i + C1);
        BASE.negate(out, o + C2, a, i + C2);
    }

    @Override
    public void inverse(long[] out, int o, long[] a, int i) {
        long[] t = new long[5 * Fq2.LIMBS];
        int norm = 36;
        int product = 48;
        cofactor(t, 0, a, i, i + C1, i + C2);
        BASE.square(t, C1, a, i + C2);
        BASE.mulByNonResidue(t, C1, t, C1);
        BASE.mul(t, product, a, i, a, i + C1);
        BASE.sub(t, C1, t, C1, t, product);
        BASE.square(t, C2, a, i + C1);
        BASE.mul(t, product, a, i, a, i + C2);
        BASE.sub(t, C2, t, C2, t, product);
        BASE.mul(t, norm, a, i + C2, t, C1);
        BASE.mul(t, product, a, i + C1, t, C2);
        BASE.add(t, norm, t, norm, t, product);
        BASE.mulByNonResidue(t, norm, t, norm);
        BASE.mul(t, product, a, i, t, 0);
        BASE.add(t, norm, t, norm, t, product);
        BASE.inverse(t, norm, t, norm);
        BASE.mul(out, o, t, 0, t, norm);
        BASE.mul(out, o + C1, t, C1, t, norm);
        BASE.mul(out, o + C2, t, C2, t, norm);
    }

    /** t[at] = c0^2 - (1 + u) c1 c2. */
    private static void cofactor(long[] t, int at, long[] a, int c0, int c1, int c2) {
        long[] product = new long[Fq2.LIMBS];
        BASE.mul(product, 0, a, c1, a, c2);
        BASE.mulByNonResidue(product, 0, product, 0);
        BASE.square(t, at, a, c0);
        BASE.sub(t, at, t, at, product, 0);
    }

    @Override
    public void setOne(long[] out, int o) {
        setZero(out, o);
        Fq.setOne(out, o);
    }

    /** out = a v. */
    public void mulByV(long[] out, int o, long[] a, int i) {
        long[] top = new long[Fq2.LIMBS];
        BASE.mulByNonResidue(top, 0, a, i + C2);
        BASE.copy(out, o + C2, a, i + C1);
        BASE.copy(out, o + C1, a, i);
        BASE.copy(out, o, top, 0);
    }

    /** out = a (b0 + b1 v) for b0, b1 in Fq2. */
    public void mulBySparse(long[] out, int o, long[] a, int i, long[] b0, int j0, long[] b1, int j1) {
        long[] t = new long[4 * Fq2.LIMBS];
        int sum = 36;
        BASE.mul(t, 0, a, i, b0, j0);
        BASE.mul(t, C1, a, i + C1, b1, j1);
        BASE.add(t, C2, a, i, a, i + C1);
        BASE.add(t, sum, b0, j0, b1, j1);
        BASE.mul(t, C2, t, C2, t, sum);
        BASE.sub(t, C2, t, C2, t, 0);
        BASE.sub(t, C2, t, C2, t, C1);
        BASE.mul(t, sum, a, i + C2, b1, j1);
        BASE.mulByNonResidue(t, sum, t, sum);
        BASE.add(t, 0, t, 0, t, sum);
        BASE.mul(t, sum, a, i + C2, b0, j0);
        BASE.add(out, o + C2, t, C1, t, sum);
        BASE.copy(out, o, t, 0);
        BASE.copy(out, o + C1, t, C2);
    }

    /** out = a s v for s in Fq. */
    public void mulByScaledV(long[] out, int o, long[] a, int i, long[] s, int j) {
        BASE.scale(out, o, a, i, s, j);
        BASE.scale(out, o + C1, a, i + C1, s, j);
        BASE.scale(out, o + C2, a, i + C2, s, j);
        mulByV(out, o, out, o);
    }
}
