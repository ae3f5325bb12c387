package io.cairn.proofs.field;

import static io.cairn.proofs.field.RoundedSum.units;
import static java.lang.Math.fma;

/**
 * Products in {@link Fq} by Montgomery's method, on 8 limbs of 48 bits. Each column of products is summed twice: modulo 2^64 in a long, and rounded in a
 * double that starts at 2^100, so that every fused multiply-add rounds the sum to a multiple of 2^48. The first less the second is what rounding left over,
 * exactly, and neither sum needs a carry. A limb that {@code fma} takes becomes a double there.
 *
 * <p>Bounds: a column has at most 15 products below 2^96, so its double stays below 2^101, where it is exact to 2^48, and its 15 roundings of at most 2^47
 * leave over less than 2^51. Carries are below 2^53, and q * GAP is below 2^63: what is shifted fits a signed long. A result is below twice the order.
 */
final class FqProducts {

    private static final long MASK = (1L << 48) - 1;
    private static final long NEGATED_INVERSE = 0xfffcfffcfffdL;
    private static final long P0 = 0xffffffffaaabL;
    private static final long P1 = 0xb153ffffb9feL;
    private static final long P2 = 0xf6241eabfffeL;
    private static final long P3 = 0x6730d2a0f6b0L;
    private static final long P4 = 0x4b84f38512bfL;
    private static final long P5 = 0x434bacd76477L;
    private static final long P6 = 0xe69a4b1ba7b6L;
    private static final long P7 = 0x1a0111ea397fL;
    /** What P0 lacks to 2^48: q * P0 = q * 2^48 - q * GAP. */
    private static final long GAP = (1L << 48) - P0;
    private static final double START = 0x1p100;

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
        long x0 = a0 & MASK;
        long x1 = (a0 >>> 48 | a1 << 16) & MASK;
        long x2 = (a1 >>> 32 | a2 << 32) & MASK;
        long x3 = (a2 >>> 16) & MASK;
        long x4 = a3 & MASK;
        long x5 = (a3 >>> 48 | a4 << 16) & MASK;
        long x6 = (a4 >>> 32 | a5 << 32) & MASK;
        long x7 = a5 >>> 16;
        long b0 = b[j];
        long b1 = b[j + 1];
        long b2 = b[j + 2];
        long b3 = b[j + 3];
        long b4 = b[j + 4];
        long b5 = b[j + 5];
        long y0 = b0 & MASK;
        long y1 = (b0 >>> 48 | b1 << 16) & MASK;
        long y2 = (b1 >>> 32 | b2 << 32) & MASK;
        long y3 = (b2 >>> 16) & MASK;
        long y4 = b3 & MASK;
        long y5 = (b3 >>> 48 | b4 << 16) & MASK;
        long y6 = (b4 >>> 32 | b5 << 32) & MASK;
        long y7 = b5 >>> 16;
        long h0 = units(fma(x0, y0, START), START);
        long s0 = x0 * y0;
        long q0 = s0 * NEGATED_INVERSE & MASK;
        long carry = q0 + h0 + (s0 - (h0 << 48) - q0 * GAP >> 48);
        long h1 = units(fma(q0, P1, fma(x1, y0, fma(x0, y1, START))), START);
        long s1 = x0 * y1 + x1 * y0 + q0 * P1 + carry;
        long q1 = s1 * NEGATED_INVERSE & MASK;
        carry = q1 + h1 + (s1 - (h1 << 48) - q1 * GAP >> 48);
        long h2 = units(fma(q1, P1, fma(q0, P2, fma(x2, y0, fma(x1, y1, fma(x0, y2, START))))), START);
        long s2 = x0 * y2 + x1 * y1 + x2 * y0 + q0 * P2 + q1 * P1 + carry;
        long q2 = s2 * NEGATED_INVERSE & MASK;
        carry = q2 + h2 + (s2 - (h2 << 48) - q2 * GAP >> 48);
        long h3 = units(fma(q2, P1, fma(q1, P2, fma(q0, P3, fma(x3, y0, fma(x2, y1, fma(x1, y2, fma(x0, y3, START))))))), START);
        long s3 = x0 * y3 + x1 * y2 + x2 * y1 + x3 * y0 + q0 * P3 + q1 * P2 + q2 * P1 + carry;
        long q3 = s3 * NEGATED_INVERSE & MASK;
        carry = q3 + h3 + (s3 - (h3 << 48) - q3 * GAP >> 48);
        long h4 = units(fma(q3, P1, fma(q2, P2, fma(q1, P3, fma(q0, P4, fma(x4, y0, fma(x3, y1, fma(x2, y2, fma(x1, y3, fma(x0, y4, START))))))))),
                START);
        long s4 = x0 * y4 + x1 * y3 + x2 * y2 + x3 * y1 + x4 * y0 + q0 * P4 + q1 * P3 + q2 * P2 + q3 * P1 + carry;
        long q4 = s4 * NEGATED_INVERSE & MASK;
        carry = q4 + h4 + (s4 - (h4 << 48) - q4 * GAP >> 48);
        long h5 = units(fma(q4, P1, fma(q3, P2, fma(q2, P3, fma(q1, P4, fma(q0, P5, fma(x5, y0, fma(x4, y1, fma(x3, y2, fma(x2, y3, fma(x1, y4,
                fma(x0, y5, START))))))))))), START);
        long s5 = x0 * y5 + x1 * y4 + x2 * y3 + x3 * y2 + x4 * y1 + x5 * y0 + q0 * P5 + q1 * P4 + q2 * P3 + q3 * P2 + q4 * P1 + carry;
        long q5 = s5 * NEGATED_INVERSE & MASK;
        carry = q5 + h5 + (s5 - (h5 << 48) - q5 * GAP >> 48);
        long h6 = units(fma(q5, P1, fma(q4, P2, fma(q3, P3, fma(q2, P4, fma(q1, P5, fma(q0, P6, fma(x6, y0, fma(x5, y1, fma(x4, y2, fma(x3, y3,
                fma(x2, y4, fma(x1, y5, fma(x0, y6, START))))))))))))), START);
        long s6 = x0 * y6 + x1 * y5 + x2 * y4 + x3 * y3 + x4 * y2 + x5 * y1 + x6 * y0 + q0 * P6 + q1 * P5 + q2 * P4 + q3 * P3 + q4 * P2 + q5 * P1
                + carry;
        long q6 = s6 * NEGATED_INVERSE & MASK;
        carry = q6 + h6 + (s6 - (h6 << 48) - q6 * GAP >> 48);
        long h7 = units(fma(q6, P1, fma(q5, P2, fma(q4, P3, fma(q3, P4, fma(q2, P5, fma(q1, P6, fma(q0, P7, fma(x7, y0, fma(x6, y1, fma(x5, y2,
                fma(x4, y3, fma(x3, y4, fma(x2, y5, fma(x1, y6, fma(x0, y7, START))))))))))))))), START);
        long s7 = x0 * y7 + x1 * y6 + x2 * y5 + x3 * y4 + x4 * y3 + x5 * y2 + x6 * y1 + x7 * y0 + q0 * P7 + q1 * P6 + q2 * P5 + q3 * P4 + q4 * P3
                + q5 * P2 + q6 * P1 + carry;
        long q7 = s7 * NEGATED_INVERSE & MASK;
        carry = q7 + h7 + (s7 - (h7 << 48) - q7 * GAP >> 48);
        long h8 = units(fma(q7, P1, fma(q6, P2, fma(q5, P3, fma(q4, P4, fma(q3, P5, fma(q2, P6, fma(q1, P7, fma(x7, y1, fma(x6, y2, fma(x5, y3,
                fma(x4, y4, fma(x3, y5, fma(x2, y6, fma(x1, y7, START)))))))))))))), START);
        long s8 = x1 * y7 + x2 * y6 + x3 * y5 + x4 * y4 + x5 * y3 + x6 * y2 + x7 * y1 + q1 * P7 + q2 * P6 + q3 * P5 + q4 * P4 + q5 * P3 + q6 * P2
                + q7 * P1 + carry - (h8 << 48);
        carry = h8 + (s8 >> 48);
        long h9 = units(fma(q7, P2, fma(q6, P3, fma(q5, P4, fma(q4, P5, fma(q3, P6, fma(q2, P7, fma(x7, y2, fma(x6, y3, fma(x5, y4, fma(x4, y5,
                fma(x3, y6, fma(x2, y7, START)))))))))))), START);
        long s9 = x2 * y7 + x3 * y6 + x4 * y5 + x5 * y4 + x6 * y3 + x7 * y2 + q2 * P7 + q3 * P6 + q4 * P5 + q5 * P4 + q6 * P3 + q7 * P2 + carry
                - (h9 << 48);
        carry = h9 + (s9 >> 48);
        long h10 = units(fma(q7, P3, fma(q6, P4, fma(q5, P5, fma(q4, P6, fma(q3, P7, fma(x7, y3, fma(x6, y4, fma(x5, y5, fma(x4, y6, fma(x3, y7,
                START)))))))))), START);
        long s10 = x3 * y7 + x4 * y6 + x5 * y5 + x6 * y4 + x7 * y3 + q3 * P7 + q4 * P6 + q5 * P5 + q6 * P4 + q7 * P3 + carry - (h10 << 48);
        carry = h10 + (s10 >> 48);
        long h11 = units(fma(q7, P4, fma(q6, P5, fma(q5, P6, fma(q4, P7, fma(x7, y4, fma(x6, y5, fma(x5, y6, fma(x4, y7, START)))))))), START);
        long s11 = x4 * y7 + x5 * y6 + x6 * y5 + x7 * y4 + q4 * P7 + q5 * P6 + q6 * P5 + q7 * P4 + carry - (h11 << 48);
        carry = h11 + (s11 >> 48);
        long h12 = units(fma(q7, P5, fma(q6, P6, fma(q5, P7, fma(x7, y5, fma(x6, y6, fma(x5, y7, START)))))), START);
        long s12 = x5 * y7 + x6 * y6 + x7 * y5 + q5 * P7 + q6 * P6 + q7 * P5 + carry - (h12 << 48);
        carry = h12 + (s12 >> 48);
        long h13 = units(fma(q7, P6, fma(q6, P7, fma(x7, y6, fma(x6, y7, START)))), START);
        long s13 = x6 * y7 + x7 * y6 + q6 * P7 + q7 * P6 + carry - (h13 << 48);
        carry = h13 + (s13 >> 48);
        long h14 = units(fma(q7, P7, fma(x7, y7, START)), START);
        long s14 = x7 * y7 + q7 * P7 + carry - (h14 << 48);
        carry = h14 + (s14 >> 48);
        store(out, o, s8 & MASK, s9 & MASK, s10 & MASK, s11 & MASK, s12 & MASK, s13 & MASK, s14 & MASK, carry);
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
        long x1 = (a0 >>> 48 | a1 << 16) & MASK;
        long x2 = (a1 >>> 32 | a2 << 32) & MASK;
        long x3 = (a2 >>> 16) & MASK;
        long x4 = a3 & MASK;
        long x5 = (a3 >>> 48 | a4 << 16) & MASK;
        long x6 = (a4 >>> 32 | a5 << 32) & MASK;
        long x7 = a5 >>> 16;
        long y1 = x1 << 1;
        long y2 = x2 << 1;
        long y3 = x3 << 1;
        long y4 = x4 << 1;
        long y5 = x5 << 1;
        long y6 = x6 << 1;
        long y7 = x7 << 1;
        long h0 = units(fma(x0, x0, START), START);
        long s0 = x0 * x0;
        long q0 = s0 * NEGATED_INVERSE & MASK;
        long carry = q0 + h0 + (s0 - (h0 << 48) - q0 * GAP >> 48);
        long h1 = units(fma(q0, P1, fma(x0, y1, START)), START);
        long s1 = x0 * y1 + q0 * P1 + carry;
        long q1 = s1 * NEGATED_INVERSE & MASK;
        carry = q1 + h1 + (s1 - (h1 << 48) - q1 * GAP >> 48);
        long h2 = units(fma(q1, P1, fma(q0, P2, fma(x1, x1, fma(x0, y2, START)))), START);
        long s2 = x0 * y2 + x1 * x1 + q0 * P2 + q1 * P1 + carry;
        long q2 = s2 * NEGATED_INVERSE & MASK;
        carry = q2 + h2 + (s2 - (h2 << 48) - q2 * GAP >> 48);
        long h3 = units(fma(q2, P1, fma(q1, P2, fma(q0, P3, fma(x1, y2, fma(x0, y3, START))))), START);
        long s3 = x0 * y3 + x1 * y2 + q0 * P3 + q1 * P2 + q2 * P1 + carry;
        long q3 = s3 * NEGATED_INVERSE & MASK;
        carry = q3 + h3 + (s3 - (h3 << 48) - q3 * GAP >> 48);
        long h4 = units(fma(q3, P1, fma(q2, P2, fma(q1, P3, fma(q0, P4, fma(x2, x2, fma(x1, y3, fma(x0, y4, START))))))), START);
        long s4 = x0 * y4 + x1 * y3 + x2 * x2 + q0 * P4 + q1 * P3 + q2 * P2 + q3 * P1 + carry;
        long q4 = s4 * NEGATED_INVERSE & MASK;
        carry = q4 + h4 + (s4 - (h4 << 48) - q4 * GAP >> 48);
        long h5 = units(fma(q4, P1, fma(q3, P2, fma(q2, P3, fma(q1, P4, fma(q0, P5, fma(x2, y3, fma(x1, y4, fma(x0, y5, START)))))))), START);
        long s5 = x0 * y5 + x1 * y4 + x2 * y3 + q0 * P5 + q1 * P4 + q2 * P3 + q3 * P2 + q4 * P1 + carry;
        long q5 = s5 * NEGATED_INVERSE & MASK;
        carry = q5 + h5 + (s5 - (h5 << 48) - q5 * GAP >> 48);
        long h6 = units(fma(q5, P1, fma(q4, P2, fma(q3, P3, fma(q2, P4, fma(q1, P5, fma(q0, P6, fma(x3, x3, fma(x2, y4, fma(x1, y5, fma(x0, y6,
                START)))))))))), START);
        long s6 = x0 * y6 + x1 * y5 + x2 * y4 + x3 * x3 + q0 * P6 + q1 * P5 + q2 * P4 + q3 * P3 + q4 * P2 + q5 * P1 + carry;
        long q6 = s6 * NEGATED_INVERSE & MASK;
        carry = q6 + h6 + (s6 - (h6 << 48) - q6 * GAP >> 48);
        long h7 = units(fma(q6, P1, fma(q5, P2, fma(q4, P3, fma(q3, P4, fma(q2, P5, fma(q1, P6, fma(q0, P7, fma(x3, y4, fma(x2, y5, fma(x1, y6,
                fma(x0, y7, START))))))))))), START);
        long s7 = x0 * y7 + x1 * y6 + x2 * y5 + x3 * y4 + q0 * P7 + q1 * P6 + q2 * P5 + q3 * P4 + q4 * P3 + q5 * P2 + q6 * P1 + carry;
        long q7 = s7 * NEGATED_INVERSE & MASK;
        carry = q7 + h7 + (s7 - (h7 << 48) - q7 * GAP >> 48);
        long h8 = units(fma(q7, P1, fma(q6, P2, fma(q5, P3, fma(q4, P4, fma(q3, P5, fma(q2, P6, fma(q1, P7, fma(x4, x4, fma(x3, y5, fma(x2, y6,
                fma(x1, y7, START))))))))))), START);
        long s8 = x1 * y7 + x2 * y6 + x3 * y5 + x4 * x4 + q1 * P7 + q2 * P6 + q3 * P5 + q4 * P4 + q5 * P3 + q6 * P2 + q7 * P1 + carry - (h8 << 48);
        carry = h8 + (s8 >> 48);
        long h9 = units(fma(q7, P2, fma(q6, P3, fma(q5, P4, fma(q4, P5, fma(q3, P6, fma(q2, P7, fma(x4, y5, fma(x3, y6, fma(x2, y7, START))))))))),
                START);
        long s9 = x2 * y7 + x3 * y6 + x4 * y5 + q2 * P7 + q3 * P6 + q4 * P5 + q5 * P4 + q6 * P3 + q7 * P2 + carry - (h9 << 48);
        carry = h9 + (s9 >> 48);
        long h10 = units(fma(q7, P3, fma(q6, P4, fma(q5, P5, fma(q4, P6, fma(q3, P7, fma(x5, x5, fma(x4, y6, fma(x3, y7, START)))))))), START);
        long s10 = x3 * y7 + x4 * y6 + x5 * x5 + q3 * P7 + q4 * P6 + q5 * P5 + q6 * P4 + q7 * P3 + carry - (h10 << 48);
        carry = h10 + (s10 >> 48);
        long h11 = units(fma(q7, P4, fma(q6, P5, fma(q5, P6, fma(q4, P7, fma(x5, y6, fma(x4, y7, START)))))), START);
        long s11 = x4 * y7 + x5 * y6 + q4 * P7 + q5 * P6 + q6 * P5 + q7 * P4 + carry - (h11 << 48);
        carry = h11 + (s11 >> 48);
        long h12 = units(fma(q7, P5, fma(q6, P6, fma(q5, P7, fma(x6, x6, fma(x5, y7, START))))), START);
        long s12 = x5 * y7 + x6 * x6 + q5 * P7 + q6 * P6 + q7 * P5 + carry - (h12 << 48);
        carry = h12 + (s12 >> 48);
        long h13 = units(fma(q7, P6, fma(q6, P7, fma(x6, y7, START))), START);
        long s13 = x6 * y7 + q6 * P7 + q7 * P6 + carry - (h13 << 48);
        carry = h13 + (s13 >> 48);
        long h14 = units(fma(q7, P7, fma(x7, x7, START)), START);
        long s14 = x7 * x7 + q7 * P7 + carry - (h14 << 48);
        carry = h14 + (s14 >> 48);
        store(out, o, s8 & MASK, s9 & MASK, s10 & MASK, s11 & MASK, s12 & MASK, s13 & MASK, s14 & MASK, carry);
    }

    /** Of a value below twice the order; the top limb nearly always tells that it is below the order already. */
    private static void store(long[] out, int o, long t0, long t1, long t2, long t3, long t4, long t5, long t6, long t7) {
        if (t7 >= P7) {
            long d0 = t0 - P0;
            long d1 = t1 - P1 + (d0 >> 48);
            long d2 = t2 - P2 + (d1 >> 48);
            long d3 = t3 - P3 + (d2 >> 48);
            long d4 = t4 - P4 + (d3 >> 48);
            long d5 = t5 - P5 + (d4 >> 48);
            long d6 = t6 - P6 + (d5 >> 48);
            long d7 = t7 - P7 + (d6 >> 48);
            if (d7 >= 0) {
                t0 = d0 & MASK;
                t1 = d1 & MASK;
                t2 = d2 & MASK;
                t3 = d3 & MASK;
                t4 = d4 & MASK;
                t5 = d5 & MASK;
                t6 = d6 & MASK;
                t7 = d7;
            }
        }
        out[o] = t0 | t1 << 48;
        out[o + 1] = t1 >>> 16 | t2 << 32;
        out[o + 2] = t2 >>> 32 | t3 << 16;
        out[o + 3] = t4 | t5 << 48;
        out[o + 4] = t5 >>> 16 | t6 << 32;
        out[o + 5] = t6 >>> 32 | t7 << 16;
    }
}
