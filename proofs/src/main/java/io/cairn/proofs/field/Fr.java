package io.cairn.proofs.field;

import java.math.BigInteger;

/**
 * Arithmetic in the scalar field of BLS12-381, of order r (255 bits).
 *
 * <p>An element is 4 little-endian 64-bit limbs at an offset of a {@code long[]}, in Montgomery form with R = 2^256, always fully reduced;
 * a result may overwrite an operand. Nothing here allocates but the conversions.
 *
 * <p>Products are formed from 5 limbs of 52 bits, whose column sums fit 64 bits without carries. Of each column two sums are kept: the low
 * words modulo 2^64, and the products' quotients by 2^52. The first less the second times 2^52 is what the quotients left over, exactly.
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

    private static final long MASK = (1L << 52) - 1;
    private static final long NEGATED_INVERSE = 0xffffeffffffffL;
    private static final long P0 = 0xfffff00000001L;
    private static final long P1 = 0x2fffe5bfefffL;
    private static final long P2 = 0x9a1d80553bda4L;
    private static final long P3 = 0x7d483339d8080L;
    private static final long P4 = 0x73eda753299dL;
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
        long a0 = a[i];
        long a1 = a[i + 1];
        long a2 = a[i + 2];
        long a3 = a[i + 3];
        long x0 = (a0 << 4) & MASK;
        long x1 = (a0 >>> 48 | a1 << 16) & MASK;
        long x2 = (a1 >>> 36 | a2 << 28) & MASK;
        long x3 = (a2 >>> 24 | a3 << 40) & MASK;
        long x4 = a3 >>> 12;
        long b0 = b[j];
        long b1 = b[j + 1];
        long b2 = b[j + 2];
        long b3 = b[j + 3];
        long y0 = b0 & MASK;
        long y1 = (b0 >>> 52 | b1 << 12) & MASK;
        long y2 = (b1 >>> 40 | b2 << 24) & MASK;
        long y3 = (b2 >>> 28 | b3 << 36) & MASK;
        long y4 = b3 >>> 16;
        long v0 = x0 << 12;
        long v1 = x1 << 12;
        long v2 = x2 << 12;
        long v3 = x3 << 12;
        long v4 = x4 << 12;
        long s0 = x0 * y0;
        long h0 = Math.unsignedMultiplyHigh(v0, y0);
        long q0 = s0 * NEGATED_INVERSE & MASK;
        long u0 = q0 << 12;
        s0 += q0 * P0;
        h0 += Math.unsignedMultiplyHigh(u0, P0);
        long carry = s0 - (h0 << 52) >>> 52;
        long s1 = x0 * y1 + x1 * y0 + q0 * P1 + h0 + carry;
        long h1 = Math.unsignedMultiplyHigh(v0, y1) + Math.unsignedMultiplyHigh(v1, y0) + Math.unsignedMultiplyHigh(u0, P1);
        long q1 = s1 * NEGATED_INVERSE & MASK;
        long u1 = q1 << 12;
        s1 += q1 * P0;
        h1 += Math.unsignedMultiplyHigh(u1, P0);
        carry = s1 - (h1 << 52) >>> 52;
        long s2 = x0 * y2 + x1 * y1 + x2 * y0 + q0 * P2 + q1 * P1 + h1 + carry;
        long h2 = Math.unsignedMultiplyHigh(v0, y2) + Math.unsignedMultiplyHigh(v1, y1) + Math.unsignedMultiplyHigh(v2, y0)
                + Math.unsignedMultiplyHigh(u0, P2) + Math.unsignedMultiplyHigh(u1, P1);
        long q2 = s2 * NEGATED_INVERSE & MASK;
        long u2 = q2 << 12;
        s2 += q2 * P0;
        h2 += Math.unsignedMultiplyHigh(u2, P0);
        carry = s2 - (h2 << 52) >>> 52;
        long s3 = x0 * y3 + x1 * y2 + x2 * y1 + x3 * y0 + q0 * P3 + q1 * P2 + q2 * P1 + h2 + carry;
        long h3 = Math.unsignedMultiplyHigh(v0, y3) + Math.unsignedMultiplyHigh(v1, y2) + Math.unsignedMultiplyHigh(v2, y1)
                + Math.unsignedMultiplyHigh(v3, y0) + Math.unsignedMultiplyHigh(u0, P3) + Math.unsignedMultiplyHigh(u1, P2)
                + Math.unsignedMultiplyHigh(u2, P1);
        long q3 = s3 * NEGATED_INVERSE & MASK;
        long u3 = q3 << 12;
        s3 += q3 * P0;
        h3 += Math.unsignedMultiplyHigh(u3, P0);
        carry = s3 - (h3 << 52) >>> 52;
        long s4 = x0 * y4 + x1 * y3 + x2 * y2 + x3 * y1 + x4 * y0 + q0 * P4 + q1 * P3 + q2 * P2 + q3 * P1 + h3 + carry;
        long h4 = Math.unsignedMultiplyHigh(v0, y4) + Math.unsignedMultiplyHigh(v1, y3) + Math.unsignedMultiplyHigh(v2, y2)
                + Math.unsignedMultiplyHigh(v3, y1) + Math.unsignedMultiplyHigh(v4, y0) + Math.unsignedMultiplyHigh(u0, P4)
                + Math.unsignedMultiplyHigh(u1, P3) + Math.unsignedMultiplyHigh(u2, P2) + Math.unsignedMultiplyHigh(u3, P1);
        long q4 = s4 * NEGATED_INVERSE & MASK;
        long u4 = q4 << 12;
        s4 += q4 * P0;
        h4 += Math.unsignedMultiplyHigh(u4, P0);
        carry = s4 - (h4 << 52) >>> 52;
        long s5 = x1 * y4 + x2 * y3 + x3 * y2 + x4 * y1 + q1 * P4 + q2 * P3 + q3 * P2 + q4 * P1 + h4 + carry;
        long h5 = Math.unsignedMultiplyHigh(v1, y4) + Math.unsignedMultiplyHigh(v2, y3) + Math.unsignedMultiplyHigh(v3, y2)
                + Math.unsignedMultiplyHigh(v4, y1) + Math.unsignedMultiplyHigh(u1, P4) + Math.unsignedMultiplyHigh(u2, P3)
                + Math.unsignedMultiplyHigh(u3, P2) + Math.unsignedMultiplyHigh(u4, P1);
        s5 -= h5 << 52;
        carry = s5 >>> 52;
        long s6 = x2 * y4 + x3 * y3 + x4 * y2 + q2 * P4 + q3 * P3 + q4 * P2 + h5 + carry;
        long h6 = Math.unsignedMultiplyHigh(v2, y4) + Math.unsignedMultiplyHigh(v3, y3) + Math.unsignedMultiplyHigh(v4, y2)
                + Math.unsignedMultiplyHigh(u2, P4) + Math.unsignedMultiplyHigh(u3, P3) + Math.unsignedMultiplyHigh(u4, P2);
        s6 -= h6 << 52;
        carry = s6 >>> 52;
        long s7 = x3 * y4 + x4 * y3 + q3 * P4 + q4 * P3 + h6 + carry;
        long h7 = Math.unsignedMultiplyHigh(v3, y4) + Math.unsignedMultiplyHigh(v4, y3) + Math.unsignedMultiplyHigh(u3, P4)
                + Math.unsignedMultiplyHigh(u4, P3);
        s7 -= h7 << 52;
        carry = s7 >>> 52;
        long s8 = x4 * y4 + q4 * P4 + h7 + carry;
        long h8 = Math.unsignedMultiplyHigh(v4, y4) + Math.unsignedMultiplyHigh(u4, P4);
        s8 -= h8 << 52;
        carry = s8 >>> 52;
        reduceOnce(out, o, s5 & MASK, s6 & MASK, s7 & MASK, s8 & MASK, h8 + carry);
    }

    /** out = a * a. */
    public static void square(long[] out, int o, long[] a, int i) {
        long a0 = a[i];
        long a1 = a[i + 1];
        long a2 = a[i + 2];
        long a3 = a[i + 3];
        long x0 = a0 & MASK;
        long x1 = (a0 >>> 52 | a1 << 12) & MASK;
        long x2 = (a1 >>> 40 | a2 << 24) & MASK;
        long x3 = (a2 >>> 28 | a3 << 36) & MASK;
        long x4 = a3 >>> 16;
        long v0 = x0 << 12;
        long v1 = x1 << 12;
        long v2 = x2 << 12;
        long v3 = x3 << 12;
        long v4 = x4 << 12;
        long y0 = x0 << 4;
        long y1 = x1 << 4;
        long y2 = x2 << 4;
        long y3 = x3 << 4;
        long y4 = x4 << 4;
        long z1 = x1 << 5;
        long z2 = x2 << 5;
        long z3 = x3 << 5;
        long z4 = x4 << 5;
        long s0 = x0 * y0;
        long h0 = Math.unsignedMultiplyHigh(v0, y0);
        long q0 = s0 * NEGATED_INVERSE & MASK;
        long u0 = q0 << 12;
        s0 += q0 * P0;
        h0 += Math.unsignedMultiplyHigh(u0, P0);
        long carry = s0 - (h0 << 52) >>> 52;
        long s1 = x0 * z1 + q0 * P1 + h0 + carry;
        long h1 = Math.unsignedMultiplyHigh(v0, z1) + Math.unsignedMultiplyHigh(u0, P1);
        long q1 = s1 * NEGATED_INVERSE & MASK;
        long u1 = q1 << 12;
        s1 += q1 * P0;
        h1 += Math.unsignedMultiplyHigh(u1, P0);
        carry = s1 - (h1 << 52) >>> 52;
        long s2 = x0 * z2 + x1 * y1 + q0 * P2 + q1 * P1 + h1 + carry;
        long h2 = Math.unsignedMultiplyHigh(v0, z2) + Math.unsignedMultiplyHigh(v1, y1) + Math.unsignedMultiplyHigh(u0, P2)
                + Math.unsignedMultiplyHigh(u1, P1);
        long q2 = s2 * NEGATED_INVERSE & MASK;
        long u2 = q2 << 12;
        s2 += q2 * P0;
        h2 += Math.unsignedMultiplyHigh(u2, P0);
        carry = s2 - (h2 << 52) >>> 52;
        long s3 = x0 * z3 + x1 * z2 + q0 * P3 + q1 * P2 + q2 * P1 + h2 + carry;
        long h3 = Math.unsignedMultiplyHigh(v0, z3) + Math.unsignedMultiplyHigh(v1, z2) + Math.unsignedMultiplyHigh(u0, P3)
                + Math.unsignedMultiplyHigh(u1, P2) + Math.unsignedMultiplyHigh(u2, P1);
        long q3 = s3 * NEGATED_INVERSE & MASK;
        long u3 = q3 << 12;
        s3 += q3 * P0;
        h3 += Math.unsignedMultiplyHigh(u3, P0);
        carry = s3 - (h3 << 52) >>> 52;
        long s4 = x0 * z4 + x1 * z3 + x2 * y2 + q0 * P4 + q1 * P3 + q2 * P2 + q3 * P1 + h3 + carry;
        long h4 = Math.unsignedMultiplyHigh(v0, z4) + Math.unsignedMultiplyHigh(v1, z3) + Math.unsignedMultiplyHigh(v2, y2)
                + Math.unsignedMultiplyHigh(u0, P4) + Math.unsignedMultiplyHigh(u1, P3) + Math.unsignedMultiplyHigh(u2, P2)
                + Math.unsignedMultiplyHigh(u3, P1);
        long q4 = s4 * NEGATED_INVERSE & MASK;
        long u4 = q4 << 12;
        s4 += q4 * P0;
        h4 += Math.unsignedMultiplyHigh(u4, P0);
        carry = s4 - (h4 << 52) >>> 52;
        long s5 = x1 * z4 + x2 * z3 + q1 * P4 + q2 * P3 + q3 * P2 + q4 * P1 + h4 + carry;
        long h5 = Math.unsignedMultiplyHigh(v1, z4) + Math.unsignedMultiplyHigh(v2, z3) + Math.unsignedMultiplyHigh(u1, P4)
                + Math.unsignedMultiplyHigh(u2, P3) + Math.unsignedMultiplyHigh(u3, P2) + Math.unsignedMultiplyHigh(u4, P1);
        s5 -= h5 << 52;
        carry = s5 >>> 52;
        long s6 = x2 * z4 + x3 * y3 + q2 * P4 + q3 * P3 + q4 * P2 + h5 + carry;
        long h6 = Math.unsignedMultiplyHigh(v2, z4) + Math.unsignedMultiplyHigh(v3, y3) + Math.unsignedMultiplyHigh(u2, P4)
                + Math.unsignedMultiplyHigh(u3, P3) + Math.unsignedMultiplyHigh(u4, P2);
        s6 -= h6 << 52;
        carry = s6 >>> 52;
        long s7 = x3 * z4 + q3 * P4 + q4 * P3 + h6 + carry;
        long h7 = Math.unsignedMultiplyHigh(v3, z4) + Math.unsignedMultiplyHigh(u3, P4) + Math.unsignedMultiplyHigh(u4, P3);
        s7 -= h7 << 52;
        carry = s7 >>> 52;
        long s8 = x4 * y4 + q4 * P4 + h7 + carry;
        long h8 = Math.unsignedMultiplyHigh(v4, y4) + Math.unsignedMultiplyHigh(u4, P4);
        s8 -= h8 << 52;
        carry = s8 >>> 52;
        reduceOnce(out, o, s5 & MASK, s6 & MASK, s7 & MASK, s8 & MASK, h8 + carry);
    }

    private static void reduceOnce(long[] out, int o, long s0, long s1, long s2, long s3, long s4) {
        long d0 = s0 - P0;
        long d1 = s1 - P1 + (d0 >> 52);
        long d2 = s2 - P2 + (d1 >> 52);
        long d3 = s3 - P3 + (d2 >> 52);
        long d4 = s4 - P4 + (d3 >> 52);
        long keep = d4 >> 63;
        d0 = d0 & ~keep & MASK | s0 & keep;
        d1 = d1 & ~keep & MASK | s1 & keep;
        d2 = d2 & ~keep & MASK | s2 & keep;
        d3 = d3 & ~keep & MASK | s3 & keep;
        d4 = d4 & ~keep | s4 & keep;
        out[o] = d0 | d1 << 52;
        out[o + 1] = d1 >>> 12 | d2 << 40;
        out[o + 2] = d2 >>> 24 | d3 << 28;
        out[o + 3] = d3 >>> 36 | d4 << 16;
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
     * @throws IllegalArgumentException if there are not exactly 32 bytes, or the number is not below the field's order
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

    /** The element's 32 little-endian canonical bytes. */
    public static byte[] toBytes(long[] a, int i) {
        long[] canonical = new long[LIMBS];
        toCanonical(canonical, 0, a, i);
        return Limbs.toLittleEndian(canonical, 0, LIMBS);
    }
}
