package io.cairn.proofs;

import java.math.BigInteger;
import java.util.HexFormat;

/** Checks on the 32-byte values that proofs take from outside: commitments, prover ids and randomness. */
public final class Commitment {

    private static final BigInteger MODULUS = new BigInteger("73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001", 16);

    private Commitment() {
    }

    /** The value if it is 32 bytes, little-endian below the scalar field's modulus and not zero; else {@link IllegalArgumentException}. */
    public static byte[] require(String field, byte[] value) {
        requireScalar(field, value);
        if (isZero(value)) {
            throw new IllegalArgumentException(field + ": all bytes zero, expected a commitment");
        }
        return value;
    }

    /** The value if it is 32 bytes and, little-endian, below the scalar field's modulus; else {@link IllegalArgumentException}. */
    public static byte[] requireScalar(String field, byte[] value) {
        requireLength(field, value);
        if (number(value).compareTo(MODULUS) >= 0) {
            throw new IllegalArgumentException(field + ": " + HexFormat.of().formatHex(value) + " is not below the scalar field's modulus");
        }
        return value;
    }

    /** The value if it is 32 bytes; else {@link IllegalArgumentException}. */
    public static byte[] requireLength(String field, byte[] value) {
        if (value.length != SectorShape.NODE_BYTES) {
            throw new IllegalArgumentException(field + ": " + value.length + " bytes, expected 32");
        }
        return value;
    }

    /** Randomness of a space-time proof as it enters the hash: a copy without the two top bits, so that it is a field element. */
    public static byte[] masked(byte[] randomness) {
        byte[] masked = requireLength("randomness", randomness).clone();
        masked[31] &= 0x3f;
        return masked;
    }

    /** Sum of two little-endian numbers modulo the scalar field's modulus, which neither needs to be below. */
    public static byte[] sum(byte[] a, byte[] b) {
        byte[] bigEndian = number(a).add(number(b)).mod(MODULUS).toByteArray();
        byte[] sum = new byte[SectorShape.NODE_BYTES];
        for (int i = 0; i < Math.min(bigEndian.length, sum.length); i++) {
            sum[i] = bigEndian[bigEndian.length - 1 - i];
        }
        return sum;
    }

    private static BigInteger number(byte[] littleEndian) {
        byte[] bigEndian = new byte[littleEndian.length];
        for (int i = 0; i < bigEndian.length; i++) {
            bigEndian[i] = littleEndian[littleEndian.length - 1 - i];
        }
        return new BigInteger(1, bigEndian);
    }

    private static boolean isZero(byte[] value) {
        int bits = 0;
        for (byte b : value) {
            bits |= b;
        }
        return bits == 0;
    }
}
