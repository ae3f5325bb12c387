package io.cairn.proofs.field;

import java.math.BigInteger;

/** {@link Fq} behind the common interface. */
final class FqField implements Field {

    @Override
    public int limbs() {
        return Fq.LIMBS;
    }

    @Override
    public BigInteger order() {
        return Fq.MODULUS;
    }

    @Override
    public void add(long[] out, int o, long[] a, int i, long[] b, int j) {
        Fq.add(out, o, a, i, b, j);
    }

    @Override
    public void sub(long[] out, int o, long[] a, int i, long[] b, int j) {
        Fq.sub(out, o, a, i, b, j);
    }

    @Override
    public void mul(long[] out, int o, long[] a, int i, long[] b, int j) {
        Fq.mul(out, o, a, i, b, j);
    }

    @Override
    public void square(long[] out, int o, long[] a, int i) {
        Fq.square(out, o, a, i);
    }

    @Override
    public void negate(long[] out, int o, long[] a, int i) {
        Fq.negate(out, o, a, i);
    }

    @Override
    public void inverse(long[] out, int o, long[] a, int i) {
        Fq.inverse(out, o, a, i);
    }

    @Override
    public void setOne(long[] out, int o) {
        Fq.setOne(out, o);
    }
}
