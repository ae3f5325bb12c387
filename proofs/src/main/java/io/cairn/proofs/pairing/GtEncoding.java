package io.cairn.proofs.pairing;

import io.cairn.proofs.field.Fq;
import io.cairn.proofs.field.Fq12;
import io.cairn.proofs.field.Fq6;
import java.util.Arrays;

/** Elements of the target group as bytes (blstrs: src/gt.rs); the compressed form is written by {@link Gt#toCompressed()}. */
public final class GtEncoding {

    /** Bytes of a compressed element. */
    public static final int COMPRESSED_BYTES = Fq6.LIMBS / Fq.LIMBS * Fq.BYTES;
    /** Bytes of an uncompressed element. */
    public static final int UNCOMPRESSED_BYTES = 2 * COMPRESSED_BYTES;

    private static final Fq12 FIELD = Fq12.FIELD;

    private GtEncoding() {
    }

    /** The twelve coefficients, little-endian, in the order of the tower: c0.c0.c0, c0.c0.c1, c0.c1.c0 to c1.c2.c1. */
    public static byte[] toUncompressed(Gt element) {
        byte[] out = new byte[UNCOMPRESSED_BYTES];
        for (int k = 0; k < Fq12.LIMBS / Fq.LIMBS; k++) {
            System.arraycopy(Fq.toBytes(element.limbs(), k * Fq.LIMBS), 0, out, k * Fq.BYTES, Fq.BYTES);
        }
        return out;
    }

    /**
     * Reads a compressed element: from y it is (y + w) / (y - w).
     *
     * @throws IllegalArgumentException if the length is not 288, a coefficient is not below the field's order, or the element has not the order r
     */
    public static Gt fromCompressed(byte[] bytes) {
        if (bytes.length != COMPRESSED_BYTES) {
            throw new IllegalArgumentException("compressed element of the target group has " + bytes.length + " bytes, expected " + COMPRESSED_BYTES);
        }
        long[] sum = new long[Fq12.LIMBS];
        for (int k = 0; k < COMPRESSED_BYTES / Fq.BYTES; k++) {
            Fq.fromBytes(sum, k * Fq.LIMBS, Arrays.copyOfRange(bytes, k * Fq.BYTES, (k + 1) * Fq.BYTES));
        }
        Fq6.FIELD.setOne(sum, Fq6.LIMBS);
        long[] element = new long[Fq12.LIMBS];
        FIELD.conjugate(element, 0, sum, 0);
        FIELD.inverse(element, 0, element, 0);
        FIELD.mul(element, 0, element, 0, sum, 0);
        if (!isInGroup(element)) {
            throw new IllegalArgumentException("element of the extension field is not in the target group");
        }
        return new Gt(element);
    }

    /** In the cyclotomic subgroup, a^(p^4) a = a^(p^2); and of order r, a^p = a^x, because p = x modulo r. */
    private static boolean isInGroup(long[] a) {
        long[] p = frobenius(a);
        long[] p2 = frobenius(p);
        long[] p4 = frobenius(frobenius(p2));
        FIELD.mul(p4, 0, p4, 0, a, 0);
        return Arrays.equals(p4, p2) && Arrays.equals(p, FinalExponentiation.power(a));
    }

    private static long[] frobenius(long[] a) {
        long[] out = new long[Fq12.LIMBS];
        FIELD.frobenius(out, 0, a, 0);
        return out;
    }
}
