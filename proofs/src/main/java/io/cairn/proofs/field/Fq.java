package io.cairn.proofs.field;

import java.math.BigInteger;

/**
 * Arithmetic in the base field of BLS12-381, of order p (381 bits).
 *
 * <p>An element is 6 little-endian 64-bit limbs at an offset of a {@code long[]}, in Montgomery form with R = 2^384, always fully reduced;
 * a result may overwrite an operand. Nothing here allocates but the conversions.
 */
public final class Fq {

    /** Limbs of an element. */
    public static final int LIMBS = 6;
    /** Bytes of a canonical encoding. */
    public static final int BYTES = 48;
    /** Order of the field. */
    public static final BigInteger MODULUS = new BigInteger("1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab", 16);
    /** The same operations behind the common interface. */
    public static final Field FIELD = new FqField();

    private static final long M0 = 0xb9feffffffffaaabL;
    private static final long M1 = 0x1eabfffeb153ffffL;
    private static final long M2 = 0x6730d2a0f6b0f624L;
    private static final long M3 = 0x64774b84f38512bfL;
    private static final long M4 = 0x4b1ba7b6434bacd7L;
    private static final long M5 = 0x1a0111ea397fe69aL;

    private static final long[] ONE = {0x760900000002fffdL, 0xebf4000bc40c0002L, 0x5f48985753c758baL, 0x77ce585370525745L, 0x5c071a97a256ec6dL, 0x15f65ec3fa80e493L};
    private static final long[] R_SQUARED = {0xf4df1f341c341746L, 0xa76e6a609d104f1L, 0x8de5476c4c95b6d5L, 0x67eb88a9939d83c0L, 0x9a793e85b519952dL, 0x11988fe592cae3aaL};

    private static final long[] ZERO = new long[LIMBS];
    private static final long[] RAW_ONE = Limbs.of(BigInteger.ONE, LIMBS);
    private static final long[] MODULUS_LIMBS = Limbs.of(MODULUS, LIMBS);
    private static final ModularInverse INVERSE = new ModularInverse(MODULUS, LIMBS);
    private static final long[] R_CUBED = Limbs.of(BigInteger.ONE.shiftLeft(3 * 64 * LIMBS).mod(MODULUS), LIMBS);

    private Fq() {
    }

    /** out = a + b. */
    public static void add(long[] out, int o, long[] a, int i, long[] b, int j) {
        long a0 = a[i];
        long b0 = b[j];
        long s0 = a0 + b0;
        long a1 = a[i + 1];
        long b1 = b[j + 1];
        long s1 = a1 + b1 + carry(a0, b0, s0);
        long a2 = a[i + 2];
        long b2 = b[j + 2];
        long s2 = a2 + b2 + carry(a1, b1, s1);
        long a3 = a[i + 3];
        long b3 = b[j + 3];
        long s3 = a3 + b3 + carry(a2, b2, s2);
        long a4 = a[i + 4];
        long b4 = b[j + 4];
        long s4 = a4 + b4 + carry(a3, b3, s3);
        long a5 = a[i + 5];
        long b5 = b[j + 5];
        long s5 = a5 + b5 + carry(a4, b4, s4);
        long d0 = s0 - M0;
        long d1 = s1 - M1 - borrow(s0, M0, d0);
        long d2 = s2 - M2 - borrow(s1, M1, d1);
        long d3 = s3 - M3 - borrow(s2, M2, d2);
        long d4 = s4 - M4 - borrow(s3, M3, d3);
        long d5 = s5 - M5 - borrow(s4, M4, d4);
        long keep = -borrow(s5, M5, d5);
        out[o] = d0 ^ (d0 ^ s0) & keep;
        out[o + 1] = d1 ^ (d1 ^ s1) & keep;
        out[o + 2] = d2 ^ (d2 ^ s2) & keep;
        out[o + 3] = d3 ^ (d3 ^ s3) & keep;
        out[o + 4] = d4 ^ (d4 ^ s4) & keep;
        out[o + 5] = d5 ^ (d5 ^ s5) & keep;
    }

    /** out = a - b. */
    public static void sub(long[] out, int o, long[] a, int i, long[] b, int j) {
        long a0 = a[i];
        long b0 = b[j];
        long d0 = a0 - b0;
        long a1 = a[i + 1];
        long b1 = b[j + 1];
        long d1 = a1 - b1 - borrow(a0, b0, d0);
        long a2 = a[i + 2];
        long b2 = b[j + 2];
        long d2 = a2 - b2 - borrow(a1, b1, d1);
        long a3 = a[i + 3];
        long b3 = b[j + 3];
        long d3 = a3 - b3 - borrow(a2, b2, d2);
        long a4 = a[i + 4];
        long b4 = b[j + 4];
        long d4 = a4 - b4 - borrow(a3, b3, d3);
        long a5 = a[i + 5];
        long b5 = b[j + 5];
        long d5 = a5 - b5 - borrow(a4, b4, d4);
        long add = -borrow(a5, b5, d5);
        long m0 = M0 & add;
        long s0 = d0 + m0;
        out[o] = s0;
        long m1 = M1 & add;
        long s1 = d1 + m1 + carry(d0, m0, s0);
        out[o + 1] = s1;
        long m2 = M2 & add;
        long s2 = d2 + m2 + carry(d1, m1, s1);
        out[o + 2] = s2;
        long m3 = M3 & add;
        long s3 = d3 + m3 + carry(d2, m2, s2);
        out[o + 3] = s3;
        long m4 = M4 & add;
        long s4 = d4 + m4 + carry(d3, m3, s3);
        out[o + 4] = s4;
        long m5 = M5 & add;
        long s5 = d5 + m5 + carry(d4, m4, s4);
        out[o + 5] = s5;
    }

    /** out = a * b. */
    public static void mul(long[] out, int o, long[] a, int i, long[] b, int j) {
        FqProducts.mul(out, o, a, i, b, j);
    }

    /** out = a * a. */
    public static void square(long[] out, int o, long[] a, int i) {
        FqProducts.square(out, o, a, i);
    }

    private static long carry(long a, long b, long sum) {
        return (a & b | (a | b) & ~sum) >>> 63;
    }

    private static long borrow(long a, long b, long difference) {
        return (~a & b | (~a | b) & difference) >>> 63;
    }

    /** out = -a. */
    public static void negate(long[] out, int o, long[] a, int i) {
        sub(out, o, ZERO, 0, a, i);
    }

    /** out = 1 / a, and 0 for 0. */
    public static void inverse(long[] out, int o, long[] a, int i) {
        INVERSE.invert(out, o, a, i);
        mul(out, o, out, o, R_CUBED, 0);
    }

    /** Whether the element is zero. */
    public static boolean isZero(long[] a, int i) {
        return FIELD.isZero(a, i);
    }

    /** Whether both elements are the same. */
    public static boolean equal(long[] a, int i, long[] b, int j) {
        return FIELD.equal(a, i, b, j);
    }

    /** out = 1. */
    public static void setOne(long[] out, int o) {
        System.arraycopy(ONE, 0, out, o, LIMBS);
    }

    /** out = value mod the field's order. */
    public static void fromBigInteger(long[] out, int o, BigInteger value) {
        toMontgomery(out, o, Limbs.of(value.mod(MODULUS), LIMBS), 0);
    }

    /** The element as an integer from 0 to the order less one. */
    public static BigInteger toBigInteger(long[] a, int i) {
        long[] canonical = new long[LIMBS];
        toCanonical(canonical, 0, a, i);
        return Limbs.toBigInteger(canonical, 0, LIMBS);
    }

    /** out = the element whose canonical limbs (little-endian, below the order) are given. */
    public static void toMontgomery(long[] out, int o, long[] canonical, int i) {
        mul(out, o, canonical, i, R_SQUARED, 0);
    }

    /** out = the canonical limbs of the element, little-endian, below the order. */
    public static void toCanonical(long[] out, int o, long[] a, int i) {
        mul(out, o, a, i, RAW_ONE, 0);
    }

    /** Whether canonical limbs are below the order. */
    public static boolean isCanonical(long[] limbs, int i) {
        return Limbs.compare(limbs, i, MODULUS_LIMBS, 0, LIMBS) < 0;
    }

    /**
     * out = the element with the given little-endian canonical bytes.
     *
     * @throws IllegalArgumentException if there are not exactly 48 bytes, or the number is not below the field's order
     */
    public static void fromBytes(long[] out, int o, byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("field element has " + bytes.length + " bytes, expected " + BYTES);
        }
        long[] limbs = Limbs.ofLittleEndian(bytes, 0, LIMBS);
        if (!isCanonical(limbs, 0)) {
            throw new IllegalArgumentException("field element " + Limbs.toBigInteger(limbs, 0, LIMBS).toString(16)
                    + " is not below the order " + MODULUS.toString(16));
        }
        toMontgomery(out, o, limbs, 0);
    }

    /** The element's 48 little-endian canonical bytes. */
    public static byte[] toBytes(long[] a, int i) {
        long[] canonical = new long[LIMBS];
        toCanonical(canonical, 0, a, i);
        return Limbs.toLittleEndian(canonical, 0, LIMBS);
    }
}
