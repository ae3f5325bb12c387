package io.cairn.proofs.field;

/**
 * Products in {@link Fq}. They are formed from 7 limbs of 55 bits, whose column sums fit 64 bits without carries. Of each column two sums are kept: the low
 * words modulo 2^64, and the products' quotients by 2^55. The first less the second times 2^55 is what the quotients left over, exactly.
 */
final class FqProducts {

    private static final long MASK = (1L << 55) - 1;
    private static final long NEGATED_INVERSE = 0x73fffcfffcfffdL;
    private static final long P0 = 0x7effffffffaaabL;
    private static final long P1 = 0x7ffd62a7ffff73L;
    private static final long P2 = 0x3dac3d8907aafL;
    private static final long P3 = 0x1c2895fb398695L;
    private static final long P4 = 0x3acd764774b84fL;
    private static final long P5 = 0x53496374f6c869L;
    private static final long P6 = 0x680447a8e5ff9L;

    private FqProducts() {
    }

    /** out = a * b. */
    static void mul(long[] out, int o, long[] a, int i, long[] b, int j) {
        long a0 = a[i];
        long a1 = a[i + 1];
        long a2 = a[i + 2];
        long a3 = a[i + 3];
        long a4 = a[i + 4];
        long a5 = a[i + 5];
        long x0 = (a0 << 1) & MASK;
        long x1 = (a0 >>> 54 | a1 << 10) & MASK;
        long x2 = (a1 >>> 45 | a2 << 19) & MASK;
        long x3 = (a2 >>> 36 | a3 << 28) & MASK;
        long x4 = (a3 >>> 27 | a4 << 37) & MASK;
        long x5 = (a4 >>> 18 | a5 << 46) & MASK;
        long x6 = a5 >>> 9;
        long b0 = b[j];
        long b1 = b[j + 1];
        long b2 = b[j + 2];
        long b3 = b[j + 3];
        long b4 = b[j + 4];
        long b5 = b[j + 5];
        long y0 = b0 & MASK;
        long y1 = (b0 >>> 55 | b1 << 9) & MASK;
        long y2 = (b1 >>> 46 | b2 << 18) & MASK;
        long y3 = (b2 >>> 37 | b3 << 27) & MASK;
        long y4 = (b3 >>> 28 | b4 << 36) & MASK;
        long y5 = (b4 >>> 19 | b5 << 45) & MASK;
        long y6 = b5 >>> 10;
        long v0 = x0 << 9;
        long v1 = x1 << 9;
        long v2 = x2 << 9;
        long v3 = x3 << 9;
        long v4 = x4 << 9;
        long v5 = x5 << 9;
        long v6 = x6 << 9;
        long s0 = x0 * y0;
        long h0 = Math.unsignedMultiplyHigh(v0, y0);
        long q0 = s0 * NEGATED_INVERSE & MASK;
        long u0 = q0 << 9;
        s0 += q0 * P0;
        h0 += Math.unsignedMultiplyHigh(u0, P0);
        long carry = s0 - (h0 << 55) >>> 55;
        long s1 = x0 * y1 + x1 * y0 + q0 * P1 + h0 + carry;
        long h1 = Math.unsignedMultiplyHigh(v0, y1) + Math.unsignedMultiplyHigh(v1, y0) + Math.unsignedMultiplyHigh(u0, P1);
        long q1 = s1 * NEGATED_INVERSE & MASK;
        long u1 = q1 << 9;
        s1 += q1 * P0;
        h1 += Math.unsignedMultiplyHigh(u1, P0);
        carry = s1 - (h1 << 55) >>> 55;
        long s2 = x0 * y2 + x1 * y1 + x2 * y0 + q0 * P2 + q1 * P1 + h1 + carry;
        long h2 = Math.unsignedMultiplyHigh(v0, y2) + Math.unsignedMultiplyHigh(v1, y1) + Math.unsignedMultiplyHigh(v2, y0)
                + Math.unsignedMultiplyHigh(u0, P2) + Math.unsignedMultiplyHigh(u1, P1);
        long q2 = s2 * NEGATED_INVERSE & MASK;
        long u2 = q2 << 9;
        s2 += q2 * P0;
        h2 += Math.unsignedMultiplyHigh(u2, P0);
        carry = s2 - (h2 << 55) >>> 55;
        long s3 = x0 * y3 + x1 * y2 + x2 * y1 + x3 * y0 + q0 * P3 + q1 * P2 + q2 * P1 + h2 + carry;
        long h3 = Math.unsignedMultiplyHigh(v0, y3) + Math.unsignedMultiplyHigh(v1, y2) + Math.unsignedMultiplyHigh(v2, y1)
                + Math.unsignedMultiplyHigh(v3, y0) + Math.unsignedMultiplyHigh(u0, P3) + Math.unsignedMultiplyHigh(u1, P2)
                + Math.unsignedMultiplyHigh(u2, P1);
        long q3 = s3 * NEGATED_INVERSE & MASK;
        long u3 = q3 << 9;
        s3 += q3 * P0;
        h3 += Math.unsignedMultiplyHigh(u3, P0);
        carry = s3 - (h3 << 55) >>> 55;
        long s4 = x0 * y4 + x1 * y3 + x2 * y2 + x3 * y1 + x4 * y0 + q0 * P4 + q1 * P3 + q2 * P2 + q3 * P1 + h3 + carry;
        long h4 = Math.unsignedMultiplyHigh(v0, y4) + Math.unsignedMultiplyHigh(v1, y3) + Math.unsignedMultiplyHigh(v2, y2)
                + Math.unsignedMultiplyHigh(v3, y1) + Math.unsignedMultiplyHigh(v4, y0) + Math.unsignedMultiplyHigh(u0, P4)
                + Math.unsignedMultiplyHigh(u1, P3) + Math.unsignedMultiplyHigh(u2, P2) + Math.unsignedMultiplyHigh(u3, P1);
        long q4 = s4 * NEGATED_INVERSE & MASK;
        long u4 = q4 << 9;
        s4 += q4 * P0;
        h4 += Math.unsignedMultiplyHigh(u4, P0);
        carry = s4 - (h4 << 55) >>> 55;
        long s5 = x0 * y5 + x1 * y4 + x2 * y3 + x3 * y2 + x4 * y1 + x5 * y0 + q0 * P5 + q1 * P4 + q2 * P3 + q3 * P2 + q4 * P1 + h4
                + carry;
        long h5 = Math.unsignedMultiplyHigh(v0, y5) + Math.unsignedMultiplyHigh(v1, y4) + Math.unsignedMultiplyHigh(v2, y3)
                + Math.unsignedMultiplyHigh(v3, y2) + Math.unsignedMultiplyHigh(v4, y1) + Math.unsignedMultiplyHigh(v5, y0)
                + Math.unsignedMultiplyHigh(u0, P5) + Math.unsignedMultiplyHigh(u1, P4) + Math.unsignedMultiplyHigh(u2, P3)
                + Math.unsignedMultiplyHigh(u3, P2) + Math.unsignedMultiplyHigh(u4, P1);
        long q5 = s5 * NEGATED_INVERSE & MASK;
        long u5 = q5 << 9;
        s5 += q5 * P0;
        h5 += Math.unsignedMultiplyHigh(u5, P0);
        carry = s5 - (h5 << 55) >>> 55;
        long s6 = x0 * y6 + x1 * y5 + x2 * y4 + x3 * y3 + x4 * y2 + x5 * y1 + x6 * y0 + q0 * P6 + q1 * P5 + q2 * P4 + q3 * P3 + q4 * P2
                + q5 * P1 + h5 + carry;
        long h6 = Math.unsignedMultiplyHigh(v0, y6) + Math.unsignedMultiplyHigh(v1, y5) + Math.unsignedMultiplyHigh(v2, y4)
                + Math.unsignedMultiplyHigh(v3, y3) + Math.unsignedMultiplyHigh(v4, y2) + Math.unsignedMultiplyHigh(v5, y1)
                + Math.unsignedMultiplyHigh(v6, y0) + Math.unsignedMultiplyHigh(u0, P6) + Math.unsignedMultiplyHigh(u1, P5)
                + Math.unsignedMultiplyHigh(u2, P4) + Math.unsignedMultiplyHigh(u3, P3) + Math.unsignedMultiplyHigh(u4, P2)
                + Math.unsignedMultiplyHigh(u5, P1);
        long q6 = s6 * NEGATED_INVERSE & MASK;
        long u6 = q6 << 9;
        s6 += q6 * P0;
        h6 += Math.unsignedMultiplyHigh(u6, P0);
        carry = s6 - (h6 << 55) >>> 55;
        long s7 = x1 * y6 + x2 * y5 + x3 * y4 + x4 * y3 + x5 * y2 + x6 * y1 + q1 * P6 + q2 * P5 + q3 * P4 + q4 * P3 + q5 * P2 + q6 * P1
                + h6 + carry;
        long h7 = Math.unsignedMultiplyHigh(v1, y6) + Math.unsignedMultiplyHigh(v2, y5) + Math.unsignedMultiplyHigh(v3, y4)
                + Math.unsignedMultiplyHigh(v4, y3) + Math.unsignedMultiplyHigh(v5, y2) + Math.unsignedMultiplyHigh(v6, y1)
                + Math.unsignedMultiplyHigh(u1, P6) + Math.unsignedMultiplyHigh(u2, P5) + Math.unsignedMultiplyHigh(u3, P4)
                + Math.unsignedMultiplyHigh(u4, P3) + Math.unsignedMultiplyHigh(u5, P2) + Math.unsignedMultiplyHigh(u6, P1);
        s7 -= h7 << 55;
        carry = s7 >>> 55;
        long s8 = x2 * y6 + x3 * y5 + x4 * y4 + x5 * y3 + x6 * y2 + q2 * P6 + q3 * P5 + q4 * P4 + q5 * P3 + q6 * P2 + h7 + carry;
        long h8 = Math.unsignedMultiplyHigh(v2, y6) + Math.unsignedMultiplyHigh(v3, y5) + Math.unsignedMultiplyHigh(v4, y4)
                + Math.unsignedMultiplyHigh(v5, y3) + Math.unsignedMultiplyHigh(v6, y2) + Math.unsignedMultiplyHigh(u2, P6)
                + Math.unsignedMultiplyHigh(u3, P5) + Math.unsignedMultiplyHigh(u4, P4) + Math.unsignedMultiplyHigh(u5, P3)
                + Math.unsignedMultiplyHigh(u6, P2);
        s8 -= h8 << 55;
        carry = s8 >>> 55;
        long s9 = x3 * y6 + x4 * y5 + x5 * y4 + x6 * y3 + q3 * P6 + q4 * P5 + q5 * P4 + q6 * P3 + h8 + carry;
        long h9 = Math.unsignedMultiplyHigh(v3, y6) + Math.unsignedMultiplyHigh(v4, y5) + Math.unsignedMultiplyHigh(v5, y4)
                + Math.unsignedMultiplyHigh(v6, y3) + Math.unsignedMultiplyHigh(u3, P6) + Math.unsignedMultiplyHigh(u4, P5)
                + Math.unsignedMultiplyHigh(u5, P4) + Math.unsignedMultiplyHigh(u6, P3);
        s9 -= h9 << 55;
        carry = s9 >>> 55;
        long s10 = x4 * y6 + x5 * y5 + x6 * y4 + q4 * P6 + q5 * P5 + q6 * P4 + h9 + carry;
        long h10 = Math.unsignedMultiplyHigh(v4, y6) + Math.unsignedMultiplyHigh(v5, y5) + Math.unsignedMultiplyHigh(v6, y4)
                + Math.unsignedMultiplyHigh(u4, P6) + Math.unsignedMultiplyHigh(u5, P5) + Math.unsignedMultiplyHigh(u6, P4);
        s10 -= h10 << 55;
        carry = s10 >>> 55;
        long s11 = x5 * y6 + x6 * y5 + q5 * P6 + q6 * P5 + h10 + carry;
        long h11 = Math.unsignedMultiplyHigh(v5, y6) + Math.unsignedMultiplyHigh(v6, y5) + Math.unsignedMultiplyHigh(u5, P6)
                + Math.unsignedMultiplyHigh(u6, P5);
        s11 -= h11 << 55;
        carry = s11 >>> 55;
        long s12 = x6 * y6 + q6 * P6 + h11 + carry;
        long h12 = Math.unsignedMultiplyHigh(v6, y6) + Math.unsignedMultiplyHigh(u6, P6);
        s12 -= h12 << 55;
        carry = s12 >>> 55;
        reduceOnce(out, o, s7 & MASK, s8 & MASK, s9 & MASK, s10 & MASK, s11 & MASK, s12 & MASK, h12 + carry);
    }

    /** out = a * a. */
    static void square(long[] out, int o, long[] a, int i) {
        long a0 = a[i];
        long a1 = a[i + 1];
        long a2 = a[i + 2];
        long a3 = a[i + 3];
        long a4 = a[i + 4];
        long a5 = a[i + 5];
        long x0 = a0 & MASK;
        long x1 = (a0 >>> 55 | a1 << 9) & MASK;
        long x2 = (a1 >>> 46 | a2 << 18) & MASK;
        long x3 = (a2 >>> 37 | a3 << 27) & MASK;
        long x4 = (a3 >>> 28 | a4 << 36) & MASK;
        long x5 = (a4 >>> 19 | a5 << 45) & MASK;
        long x6 = a5 >>> 10;
        long v0 = x0 << 9;
        long v1 = x1 << 9;
        long v2 = x2 << 9;
        long v3 = x3 << 9;
        long v4 = x4 << 9;
        long v5 = x5 << 9;
        long v6 = x6 << 9;
        long y0 = x0 << 1;
        long y1 = x1 << 1;
        long y2 = x2 << 1;
        long y3 = x3 << 1;
        long y4 = x4 << 1;
        long y5 = x5 << 1;
        long y6 = x6 << 1;
        long z1 = x1 << 2;
        long z2 = x2 << 2;
        long z3 = x3 << 2;
        long z4 = x4 << 2;
        long z5 = x5 << 2;
        long z6 = x6 << 2;
        long s0 = x0 * y0;
        long h0 = Math.unsignedMultiplyHigh(v0, y0);
        long q0 = s0 * NEGATED_INVERSE & MASK;
        long u0 = q0 << 9;
        s0 += q0 * P0;
        h0 += Math.unsignedMultiplyHigh(u0, P0);
        long carry = s0 - (h0 << 55) >>> 55;
        long s1 = x0 * z1 + q0 * P1 + h0 + carry;
        long h1 = Math.unsignedMultiplyHigh(v0, z1) + Math.unsignedMultiplyHigh(u0, P1);
        long q1 = s1 * NEGATED_INVERSE & MASK;
        long u1 = q1 << 9;
        s1 += q1 * P0;
        h1 += Math.unsignedMultiplyHigh(u1, P0);
        carry = s1 - (h1 << 55) >>> 55;
        long s2 = x0 * z2 + x1 * y1 + q0 * P2 + q1 * P1 + h1 + carry;
        long h2 = Math.unsignedMultiplyHigh(v0, z2) + Math.unsignedMultiplyHigh(v1, y1) + Math.unsignedMultiplyHigh(u0, P2)
                + Math.unsignedMultiplyHigh(u1, P1);
        long q2 = s2 * NEGATED_INVERSE & MASK;
        long u2 = q2 << 9;
        s2 += q2 * P0;
        h2 += Math.unsignedMultiplyHigh(u2, P0);
        carry = s2 - (h2 << 55) >>> 55;
        long s3 = x0 * z3 + x1 * z2 + q0 * P3 + q1 * P2 + q2 * P1 + h2 + carry;
        long h3 = Math.unsignedMultiplyHigh(v0, z3) + Math.unsignedMultiplyHigh(v1, z2) + Math.unsignedMultiplyHigh(u0, P3)
                + Math.unsignedMultiplyHigh(u1, P2) + Math.unsignedMultiplyHigh(u2, P1);
        long q3 = s3 * NEGATED_INVERSE & MASK;
        long u3 = q3 << 9;
        s3 += q3 * P0;
        h3 += Math.unsignedMultiplyHigh(u3, P0);
        carry = s3 - (h3 << 55) >>> 55;
        long s4 = x0 * z4 + x1 * z3 + x2 * y2 + q0 * P4 + q1 * P3 + q2 * P2 + q3 * P1 + h3 + carry;
        long h4 = Math.unsignedMultiplyHigh(v0, z4) + Math.unsignedMultiplyHigh(v1, z3) + Math.unsignedMultiplyHigh(v2, y2)
                + Math.unsignedMultiplyHigh(u0, P4) + Math.unsignedMultiplyHigh(u1, P3) + Math.unsignedMultiplyHigh(u2, P2)
                + Math.unsignedMultiplyHigh(u3, P1);
        long q4 = s4 * NEGATED_INVERSE & MASK;
        long u4 = q4 << 9;
        s4 += q4 * P0;
        h4 += Math.unsignedMultiplyHigh(u4, P0);
        carry = s4 - (h4 << 55) >>> 55;
        long s5 = x0 * z5 + x1 * z4 + x2 * z3 + q0 * P5 + q1 * P4 + q2 * P3 + q3 * P2 + q4 * P1 + h4 + carry;
        long h5 = Math.unsignedMultiplyHigh(v0, z5) + Math.unsignedMultiplyHigh(v1, z4) + Math.unsignedMultiplyHigh(v2, z3)
                + Math.unsignedMultiplyHigh(u0, P5) + Math.unsignedMultiplyHigh(u1, P4) + Math.unsignedMultiplyHigh(u2, P3)
                + Math.unsignedMultiplyHigh(u3, P2) + Math.unsignedMultiplyHigh(u4, P1);
        long q5 = s5 * NEGATED_INVERSE & MASK;
        long u5 = q5 << 9;
        s5 += q5 * P0;
        h5 += Math.unsignedMultiplyHigh(u5, P0);
        carry = s5 - (h5 << 55) >>> 55;
        long s6 = x0 * z6 + x1 * z5 + x2 * z4 + x3 * y3 + q0 * P6 + q1 * P5 + q2 * P4 + q3 * P3 + q4 * P2 + q5 * P1 + h5 + carry;
        long h6 = Math.unsignedMultiplyHigh(v0, z6) + Math.unsignedMultiplyHigh(v1, z5) + Math.unsignedMultiplyHigh(v2, z4)
                + Math.unsignedMultiplyHigh(v3, y3) + Math.unsignedMultiplyHigh(u0, P6) + Math.unsignedMultiplyHigh(u1, P5)
                + Math.unsignedMultiplyHigh(u2, P4) + Math.unsignedMultiplyHigh(u3, P3) + Math.unsignedMultiplyHigh(u4, P2)
                + Math.unsignedMultiplyHigh(u5, P1);
        long q6 = s6 * NEGATED_INVERSE & MASK;
        long u6 = q6 << 9;
        s6 += q6 * P0;
        h6 += Math.unsignedMultiplyHigh(u6, P0);
        carry = s6 - (h6 << 55) >>> 55;
        long s7 = x1 * z6 + x2 * z5 + x3 * z4 + q1 * P6 + q2 * P5 + q3 * P4 + q4 * P3 + q5 * P2 + q6 * P1 + h6 + carry;
        long h7 = Math.unsignedMultiplyHigh(v1, z6) + Math.unsignedMultiplyHigh(v2, z5) + Math.unsignedMultiplyHigh(v3, z4)
                + Math.unsignedMultiplyHigh(u1, P6) + Math.unsignedMultiplyHigh(u2, P5) + Math.unsignedMultiplyHigh(u3, P4)
                + Math.unsignedMultiplyHigh(u4, P3) + Math.unsignedMultiplyHigh(u5, P2) + Math.unsignedMultiplyHigh(u6, P1);
        s7 -= h7 << 55;
        carry = s7 >>> 55;
        long s8 = x2 * z6 + x3 * z5 + x4 * y4 + q2 * P6 + q3 * P5 + q4 * P4 + q5 * P3 + q6 * P2 + h7 + carry;
        long h8 = Math.unsignedMultiplyHigh(v2, z6) + Math.unsignedMultiplyHigh(v3, z5) + Math.unsignedMultiplyHigh(v4, y4)
                + Math.unsignedMultiplyHigh(u2, P6) + Math.unsignedMultiplyHigh(u3, P5) + Math.unsignedMultiplyHigh(u4, P4)
                + Math.unsignedMultiplyHigh(u5, P3) + Math.unsignedMultiplyHigh(u6, P2);
        s8 -= h8 << 55;
        carry = s8 >>> 55;
        long s9 = x3 * z6 + x4 * z5 + q3 * P6 + q4 * P5 + q5 * P4 + q6 * P3 + h8 + carry;
        long h9 = Math.unsignedMultiplyHigh(v3, z6) + Math.unsignedMultiplyHigh(v4, z5) + Math.unsignedMultiplyHigh(u3, P6)
                + Math.unsignedMultiplyHigh(u4, P5) + Math.unsignedMultiplyHigh(u5, P4) + Math.unsignedMultiplyHigh(u6, P3);
        s9 -= h9 << 55;
        carry = s9 >>> 55;
        long s10 = x4 * z6 + x5 * y5 + q4 * P6 + q5 * P5 + q6 * P4 + h9 + carry;
        long h10 = Math.unsignedMultiplyHigh(v4, z6) + Math.unsignedMultiplyHigh(v5, y5) + Math.unsignedMultiplyHigh(u4, P6)
                + Math.unsignedMultiplyHigh(u5, P5) + Math.unsignedMultiplyHigh(u6, P4);
        s10 -= h10 << 55;
        carry = s10 >>> 55;
        long s11 = x5 * z6 + q5 * P6 + q6 * P5 + h10 + carry;
        long h11 = Math.unsignedMultiplyHigh(v5, z6) + Math.unsignedMultiplyHigh(u5, P6) + Math.unsignedMultiplyHigh(u6, P5);
        s11 -= h11 << 55;
        carry = s11 >>> 55;
        long s12 = x6 * y6 + q6 * P6 + h11 + carry;
        long h12 = Math.unsignedMultiplyHigh(v6, y6) + Math.unsignedMultiplyHigh(u6, P6);
        s12 -= h12 << 55;
        carry = s12 >>> 55;
        reduceOnce(out, o, s7 & MASK, s8 & MASK, s9 & MASK, s10 & MASK, s11 & MASK, s12 & MASK, h12 + carry);
    }

    private static void reduceOnce(long[] out, int o, long s0, long s1, long s2, long s3, long s4, long s5, long s6) {
        long d0 = s0 - P0;
        long d1 = s1 - P1 + (d0 >> 55);
        long d2 = s2 - P2 + (d1 >> 55);
        long d3 = s3 - P3 + (d2 >> 55);
        long d4 = s4 - P4 + (d3 >> 55);
        long d5 = s5 - P5 + (d4 >> 55);
        long d6 = s6 - P6 + (d5 >> 55);
        long keep = d6 >> 63;
        d0 = d0 & ~keep & MASK | s0 & keep;
        d1 = d1 & ~keep & MASK | s1 & keep;
        d2 = d2 & ~keep & MASK | s2 & keep;
        d3 = d3 & ~keep & MASK | s3 & keep;
        d4 = d4 & ~keep & MASK | s4 & keep;
        d5 = d5 & ~keep & MASK | s5 & keep;
        d6 = d6 & ~keep | s6 & keep;
        out[o] = d0 | d1 << 55;
        out[o + 1] = d1 >>> 9 | d2 << 46;
        out[o + 2] = d2 >>> 18 | d3 << 37;
        out[o + 3] = d3 >>> 27 | d4 << 28;
        out[o + 4] = d4 >>> 36 | d5 << 19;
        out[o + 5] = d5 >>> 45 | d6 << 10;
    }
}
