package io.cairn.proofs;

import io.cairn.proofs.field.Fr;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;

/** Checks on the 32-byte values that proofs take from outside: commitments, prover ids and randomness. */
public final class Commitment {

    private static final BigInteger MODULUS = Fr.MODULUS;
    private static final byte[] MODULUS_BYTES = bytes(MODULUS);

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
        if (!isScalar(value)) {
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
        return bytes(number(a).add(number(b)).mod(MODULUS));
    }

    /** Whether 32 bytes, little-endian, are below the scalar field's modulus. */
    public static boolean isScalar(byte[] value) {
        return Arrays.compareUnsigned(reversed(value), reversed(MODULUS_BYTES)) < 0;
    }

    private static byte[] bytes(BigInteger number) {
        byte[] bigEndian = number.toByteArray();
        byte[] bytes = new byte[SectorShape.NODE_BYTES];
        for (int i = 0; i < Math.min(bigEndian.length, bytes.length); i++) {
            bytes[i] = bigEndian[bigEndian.length - 1 - i];
        }
        return bytes;
    }

    private static BigInteger number(byte[] littleEndian) {
        return new BigInteger(1, reversed(littleEndian));
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    private static boolean isZero(byte[] value) {
        int bits = 0;
        for (byte b : value) {
            bits |= b;
        }
        return bits == 0;
    }
}
