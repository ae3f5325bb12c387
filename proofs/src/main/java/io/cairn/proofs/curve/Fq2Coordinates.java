package io.cairn.proofs.curve;

import io.cairn.proofs.field.Field;
import io.cairn.proofs.field.Fq;
import io.cairn.proofs.field.Fq2;
import java.math.BigInteger;

/** Coordinates in {@link Fq2}; bytes have the coefficient of u first. */
final class Fq2Coordinates implements Coordinates {

    static final Fq2Coordinates INSTANCE = new Fq2Coordinates();

    private static final BigInteger THREE_LESS_QUARTER = Fq.MODULUS.subtract(BigInteger.valueOf(3)).shiftRight(2);
    private static final BigInteger ONE_LESS_HALF = Fq.MODULUS.shiftRight(1);
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

    /** Adj, Rodriguez-Henriquez: "Square root computation over even extension fields", algorithm 9. */
    @Override
    public boolean squareRoot(long[] out, int o, long[] a, int i) {
        Fq2 field = Fq2.FIELD;
        long[] power = new long[Fq2.LIMBS];
        long[] root = new long[Fq2.LIMBS];
        long[] alpha = new long[Fq2.LIMBS];
        long[] one = new long[Fq2.LIMBS];
        field.setOne(one, 0);
        field.power(power, 0, a, i, THREE_LESS_QUARTER);
        field.mul(root, 0, power, 0, a, i);
        field.mul(alpha, 0, power, 0, root, 0);
        field.add(alpha, 0, alpha, 0, one, 0);
        if (field.isZero(alpha, 0)) {
            field.copy(alpha, 0, root, 0);
            Fq.negate(root, 0, alpha, Fq.LIMBS);
            Fq.FIELD.copy(root, Fq.LIMBS, alpha, 0);
        } else {
            field.power(alpha, 0, alpha, 0, ONE_LESS_HALF);
            field.mul(root, 0, root, 0, alpha, 0);
        }
        field.square(alpha, 0, root, 0);
        boolean exists = field.equal(alpha, 0, a, i);
        field.copy(out, o, root, 0);
        return exists;
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
