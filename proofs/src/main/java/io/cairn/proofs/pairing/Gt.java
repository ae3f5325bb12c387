package io.cairn.proofs.pairing;

import io.cairn.proofs.field.Fq;
import io.cairn.proofs.field.Fq12;
import io.cairn.proofs.field.Fq6;
import java.util.Arrays;

/** An immutable element of the target group of the pairing, written multiplicatively. */
public final class Gt {

    private static final int COMPRESSED_BYTES = 288;

    private final long[] limbs;

    Gt(long[] limbs) {
        this.limbs = limbs;
    }

    long[] limbs() {
        return limbs;
    }

    /** The neutral element. */
    public static Gt one() {
        long[] limbs = new long[Fq12.LIMBS];
        Fq12.FIELD.setOne(limbs, 0);
        return new Gt(limbs);
    }

    /** this * other. */
    public Gt times(Gt other) {
        long[] out = new long[Fq12.LIMBS];
        Fq12.FIELD.mul(out, 0, limbs, 0, other.limbs, 0);
        return new Gt(out);
    }

    /**
     * 288 bytes: (c0 + 1) / c1 in Fq6 for c0 + c1 w, as six little-endian elements of Fq (blstrs: src/gt.rs).
     *
     * @throws ArithmeticException for the neutral element, which has no such form
     */
    public byte[] toCompressed() {
        if (equals(one())) {
            throw new ArithmeticException("the neutral element cannot be compressed");
        }
        long[] quotient = new long[2 * Fq6.LIMBS];
        Fq6.FIELD.setOne(quotient, 0);
        Fq6.FIELD.add(quotient, 0, quotient, 0, limbs, 0);
        Fq6.FIELD.inverse(quotient, Fq6.LIMBS, limbs, Fq6.LIMBS);
        Fq6.FIELD.mul(quotient, 0, quotient, 0, quotient, Fq6.LIMBS);
        byte[] out = new byte[COMPRESSED_BYTES];
        for (int k = 0; k < 6; k++) {
            System.arraycopy(Fq.toBytes(quotient, k * Fq.LIMBS), 0, out, k * Fq.BYTES, Fq.BYTES);
        }
        return out;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Gt gt && Arrays.equals(limbs, gt.limbs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(limbs);
    }
}
