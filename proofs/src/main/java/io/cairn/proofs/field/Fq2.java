package io.cairn.proofs.field;

import java.math.BigInteger;

/** Fq2 = Fq[u] / (u^2 + 1): 12 limbs, c0 then c1, for c0 + c1 u. */
public final class Fq2 implements Field {

    public static final Fq2 FIELD = new Fq2();
    /** Limbs of an element. */
    public static final int LIMBS = 2 * Fq.LIMBS;

    private static final int C1 = Fq.LIMBS;

    private Fq2() {
    }

    @Override
    public int limbs() {
        return LIMBS;
    }

    @Override
    public BigInteger order() {
        return Fq.MODULUS.pow(2);
    }

    @Override
    public void add(long[] out, int o, long[] a, int i, long[] b, int j) {
        Fq.add(out, o, a, i, b, j);
        Fq.add(out, o + C1, a, i + C1, b, j + C1);
    }

    @Override
    public void sub(long[] out, int o, long[] a, int i, long[] b, int j) {
        Fq.sub(out, o, a, i, b, j);
        Fq.sub(out, o + C1, a, i + C1, b, j + C1);
    }

    @Override
    public void mul(long[] out, int o, long[] a, int i, long[] b, int j) {
        long[] t = new long[4 * Fq.LIMBS];
        Fq.mul(t, 0, a, i, b, j);
        Fq.mul(t, 6, a, i + C1, b, j + C1);
        Fq.add(t, 12, a, i, a, i + C1);
        Fq.add(t, 18, b, j, b, j + C1);
        Fq.mul(t, 12, t, 12, t, 18);
        Fq.sub(out, o, t, 0, t, 6);
        Fq.sub(t, 12, t, 12, t, 0);
        Fq.sub(out, o + C1, t, 12, t, 6);
    }

    @Override
    public void square(long[] out, int o, long[] a, int i) {
        long[] t = new long[3 * Fq.LIMBS];
        Fq.add(t, 0, a, i, a, i + C1);
        Fq.sub(t, 6, a, i, a, i + C1);
        Fq.mul(t, 12, a, i, a, i + C1);
        Fq.mul(out, o, t, 0, t, 6);
        Fq.add(out, o + C1, t, 12, t, 12);
    }

    @Override
    public void negate(long[] out, int o, long[] a, int i) {
        Fq.negate(out, o, a, i);
        Fq.negate(out, o + C1, a, i + C1);
    }

    @Override
    public void inverse(long[] out, int o, long[] a, int i) {
        long[] t = new long[2 * Fq.LIMBS];
        Fq.square(t, 0, a, i);
        Fq.square(t, 6, a, i + C1);
        Fq.add(t, 0, t, 0, t, 6);
        Fq.inverse(t, 0, t, 0);
        Fq.mul(out, o, a, i, t, 0);
        Fq.negate(t, 6, a, i + C1);
        Fq.mul(out, o + C1, t, 6, t, 0);
    }

    @Override
    public void setOne(long[] out, int o) {
        Fq.setOne(out, o);
        Fq.FIELD.setZero(out, o + C1);
    }

    /** out = c0 - c1 u. */
    public void conjugate(long[] out, int o, long[] a, int i) {
        Fq.FIELD.copy(out, o, a, i);
        Fq.negate(out, o + C1, a, i + C1);
    }

    /** out = a (1 + u), by which the tower goes on. */
    public void mulByNonResidue(long[] out, int o, long[] a, int i) {
        long[] difference = new long[Fq.LIMBS];
        Fq.sub(difference, 0, a, i, a, i + C1);
        Fq.add(out, o + C1, a, i, a, i + C1);
        Fq.FIELD.copy(out, o, difference, 0);
    }

    /** out = a s for s in Fq. */
    public void scale(long[] out, int o, long[] a, int i, long[] s, int j) {
        Fq.mul(out, o, a, i, s, j);
        Fq.mul(out, o + C1, a, i + C1, s, j);
    }
}
