package io.cairn.proofs.curve;

import io.cairn.proofs.field.Field;
import io.cairn.proofs.field.Fq;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;

/** Coordinates in {@link Fq}. */
final class FqCoordinates implements Coordinates {

    static final FqCoordinates INSTANCE = new FqCoordinates();

    private static final VarHandle BIG_ENDIAN = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final BigInteger HALF = Fq.MODULUS.shiftRight(1);

    private FqCoordinates() {
    }

    @Override
    public Field field() {
        return Fq.FIELD;
    }

    @Override
    public int bytes() {
        return Fq.BYTES;
    }

    @Override
    public boolean squareRoot(long[] out, int o, long[] a, int i) {
        long[] power = new long[Fq.LIMBS];
        Fq.FIELD.copy(power, 0, a, i);
        Fq.FIELD.copy(out, o, a, i);
        RootPower.raise(power, 0);
        return root(out, o, power, 0);
    }

    /** Replaces an element by its square root, given its power by {@link RootPower#EXPONENT}; answers whether it is one. */
    static boolean root(long[] a, int i, long[] power, int j) {
        long[] root = new long[Fq.LIMBS];
        long[] square = new long[Fq.LIMBS];
        Fq.mul(root, 0, a, i, power, j);
        Fq.square(square, 0, root, 0);
        boolean exists = Fq.equal(square, 0, a, i);
        Fq.FIELD.copy(a, i, root, 0);
        return exists;
    }

    @Override
    public boolean isLarger(long[] a, int i) {
        return Fq.toBigInteger(a, i).compareTo(HALF) > 0;
    }

    @Override
    public void write(byte[] out, int at, long[] a, int i) {
        long[] canonical = new long[Fq.LIMBS];
        Fq.toCanonical(canonical, 0, a, i);
        for (int k = 0; k < Fq.LIMBS; k++) {
            BIG_ENDIAN.set(out, at + 8 * (Fq.LIMBS - 1 - k), canonical[k]);
        }
    }

    @Override
    public void read(long[] out, int o, byte[] bytes, int at) {
        for (int k = 0; k < Fq.LIMBS; k++) {
            out[o + k] = (long) BIG_ENDIAN.get(bytes, at + 8 * (Fq.LIMBS - 1 - k));
        }
        if (!Fq.isCanonical(out, o)) {
            throw new PointFormatException("coordinate is not below the order of the base field");
        }
        Fq.toMontgomery(out, o, out, o);
    }
}
