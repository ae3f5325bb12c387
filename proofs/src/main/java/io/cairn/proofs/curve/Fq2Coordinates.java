package io.cairn.proofs.curve;

import io.cairn.proofs.field.Field;
import io.cairn.proofs.field.Fq;
import io.cairn.proofs.field.Fq2;

/** Coordinates in {@link Fq2}; bytes have the coefficient of u first. */
final class Fq2Coordinates implements Coordinates {

    static final Fq2Coordinates INSTANCE = new Fq2Coordinates();

    private static final Coordinates BASE = FqCoordinates.INSTANCE;

    private Fq2Coordinates() {
    }

    @Override
    public Field field() {
        return Fq2.FIELD;
    }

    @Override
    public int bytes() {
        return 2 * Fq.BYTES;
    }

    @Override
    public boolean squareRoot(long[] out, int o, long[] a, int i) {
        Fq2Roots roots = new Fq2Roots(a, i);
        long[] power = new long[Fq.LIMBS];
        roots.norm(power, 0);
        RootPower.raise(power, 0);
        roots.half(power, 0, power, 0);
        RootPower.raise(power, 0);
        return roots.root(out, o, power, 0);
    }

    @Override
    public boolean isLarger(long[] a, int i) {
        return Fq.isZero(a, i + Fq.LIMBS) ? BASE.isLarger(a, i) : BASE.isLarger(a, i + Fq.LIMBS);
    }

    @Override
    public void write(byte[] out, int at, long[] a, int i) {
        BASE.write(out, at, a, i + Fq.LIMBS);
        BASE.write(out, at + Fq.BYTES, a, i);
    }

    @Override
    public void read(long[] out, int o, byte[] bytes, int at) {
        BASE.read(out, o + Fq.LIMBS, bytes, at);
        BASE.read(out, o, bytes, at + Fq.BYTES);
    }
}
