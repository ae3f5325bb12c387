package io.cairn.proofs.field;

import java.math.BigInteger;

/** {@link Fr} behind the common interface. */
final class FrField implements Field {

    @Override
    public int limbs() {
        return Fr.LIMBS;
    }

    @Override
    public BigInteger order() {
        return Fr.MODULUS;
    }

    @Override
    public void add(long[] out, int o, long[] a, int i, long[] b, int j) {
        Fr.add(out, o, a, i, b, j);
    }

    @Override
    public void sub(long[] out, int o, long[] a, int i, long[] b, int j) {
        Fr.sub(out, o, a, i, b, j);
    }

    @Override
    public void mul(long[] out, int o, long[] a, int i, long[] b, int j) {
        Fr.mul(out, o, a, i, b, j);
    }

    @Override
    public void square(long[] out, int o, long[] a, int i) {
        Fr.square(out, o, a, i);
    }

    @Override
    public void negate(long[] out, int o, long[] a, int i) {
        Fr.negate(out, o, a, i);
    }

    @Override
    public void inverse(long[] out, int o, long[] a, int i) {
        Fr.inverse(out, o, a, i);
    }

    @Override
    public void setOne(long[] out, int o) {
        Fr.setOne(out, o);
    }
}
