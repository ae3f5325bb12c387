package io.cairn.proofs.field;

import java.math.BigInteger;

/**
 * Arithmetic in the scalar field of BLS12-381, of order r (255 bits).
 *
 * <p>An element is 4 little-endian 64-bit limbs at an offset of a {@code long[]}, in Montgomery form with R = 2^256, always fully reduced;
 * a result may overwrite an operand. Nothing here allocates but the conversions.
 */
public final class Fr {

    /** Limbs of an element. */
    public static final int LIMBS = 4;
    /** Bytes of a canonical encoding. */
    public static final int BYTES = 32;
    /** Order of the field. */
    public static final BigInteger MODULUS = new BigInteger("73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001", 16);
    /** The same operations behind the common interface. */
    public static final Field FIELD = new FrField();

    private static final long M0 = 0xffffffff00000001L;
    private static final long M1 = 0x53bda402fffe5bfeL;
    private static final long M2 = 0x3339d80809a1d805L;
    private static final long M3 = 0x73eda753299d7d48L;

    private static final long[] ONE = {0x1fffffffeL, 0x5884b7fa00034802L, 0x998c4fefecbc4ff5L, 0x1824b159acc5056fL};
    private static final long[] R_SQUARED = {0xc999e990f3f29c6dL, 0x2b6cedcb87925c23L, 0x5d314967254398fL, 0x748d9d99f59ff11L};

    private static final long[] ZERO = new long[LIMBS];
    private static final long[] RAW_ONE = Limbs.of(BigInteger.ONE, LIMBS);
    private static final long[] MODULUS_LIMBS = Limbs.of(MODULUS, LIMBS);
    private static final ModularInverse INVERSE = new ModularInverse(MODULUS, LIMBS);
    private static final long[] R_CUBED = Limbs.of(BigInteger.ONE.shiftLeft(3 * 64 * LIMBS).mod(MODULUS), LIMBS);

    private Fr() {
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
        long d0 = s0 - M0;
        long d1 = s1 - M1 - borrow(s0, M0, d0);
        long d2 = s2 - M2 - borrow(s1, M1, d1);
        long d3 = s3 - M3 - borrow(s2, M2, d2);
        long keep = -borrow(s3, M3, d3);
        out[o] = d0 ^ (d0 ^ s0) & keep;
        out[o + 1] = d1 ^ (d1 ^ s1) & keep;
        out[o + 2] = d2 ^ (d2 ^ s2) & keep;
        out[o + 3] = d3 ^ (d3 ^ s3) & keep;
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
        long add = -borrow(a3, b3, d3);
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
    }

    /** out = a * b. */
    public static void mul(long[] out, int o, long[] a, int i, long[] b, int j) {
        FrProducts.mul(out, o, a, i, b, j);
    }

    /** out = a * a. */
    public static void square(long[] out, int o, long[] a, int i) {
        FrProducts.mul(out, o, a, i, a, i);
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

    /** out = value, a non-negative integer. */
    public static void fromLong(long[] out, int o, long value) {
        if (value < 0) {
            throw new IllegalArgumentException("value " + value + " is negative");
        }
        long[] limbs = new long[LIMBS];
        limbs[0] = value;
        mul(out, o, limbs, 0, R_SQUARED, 0);
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
     * @throws IllegalArgumentException if there are not exactly 32 bytes, or the number is not below the field's order; what out then holds means nothing
     */
    public static void fromBytes(long[] out, int o, byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("field element has " + bytes.length + " bytes, expected " + BYTES);
        }
        Limbs.readLittleEndian(bytes, 0, out, o, LIMBS);
        if (!isCanonical(out, o)) {
            throw new IllegalArgumentException("field element " + Limbs.toBigInteger(out, o, LIMBS).toString(16)
                    + " is not below the order " + MODULUS.toString(16));
        }
        toMontgomery(out, o, out, o);
    }

    /** The element's 32 little-endian canonical bytes. */
    public static byte[] toBytes(long[] a, int i) {
        long[] canonical = new long[LIMBS];
        toCanonical(canonical, 0, a, i);
        return Limbs.toLittleEndian(canonical, 0, LIMBS);
    }
}
