package io.cairn.proofs.field;

import static io.cairn.proofs.field.RoundedSum.units;
import static java.lang.Math.fma;

/**
 * Products in {@link Fr} by Montgomery's method, on 5 limbs of 52 bits, with a multiplied by 2^4 because 2^260 is divided by. As in {@link FqProducts}, each
 * column is summed twice, here in a double that starts at 2^107 and counts units of 2^55.
 *
 * <p>Bounds: limbs are below 2^52, and y4, P1, P4 below 2^48; so of the 9 products in a column at most 6 exceed 2^100, and the double stays below 2^108. Its
 * roundings of at most 2^54 leave over less than 2^58. A result is below twice the order.
 */
final class FrProducts {

    private static final long MASK = (1L << 52) - 1;
    private static final long NEGATED_INVERSE = 0xffffeffffffffL;
    /** 2^52 - 2^32 + 1: q * P0 needs no multiplication. */
    private static final long P0 = 0xfffff00000001L;
    private static final long P1 = 0x2fffe5bfefffL;
    private static final long P2 = 0x9a1d80553bda4L;
    private static final long P3 = 0x7d483339d8080L;
    private static final long P4 = 0x73eda753299dL;
    private static final double START = 0x1p107;

    private FrProducts() {
    }

    /** out = a * b. */
    static void mul(long[] out, int o, long[] a, int i, long[] b, int j) {
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
        long s0 = x0 * y0;
        long h0 = units(fma(x0, y0, START), START);
        long q0 = s0 * NEGATED_INVERSE & MASK;
        long carry = q0 - (q0 >>> 20) + (h0 << 3) + (s0 - (h0 << 55) + q0 - (q0 << 32 & MASK) >> 52);
        long s1 = x0 * y1 + x1 * y0 + q0 * P1 + carry;
        long h1 = units(fma(q0, P1, fma(x1, y0, fma(x0, y1, START))), START);
        long q1 = s1 * NEGATED_INVERSE & MASK;
        carry = q1 - (q1 >>> 20) + (h1 << 3) + (s1 - (h1 << 55) + q1 - (q1 << 32 & MASK) >> 52);
        long s2 = x0 * y2 + x1 * y1 + x2 * y0 + q0 * P2 + q1 * P1 + carry;
        long h2 = units(fma(q1, P1, fma(q0, P2, fma(x2, y0, fma(x1, y1, fma(x0, y2, START))))), START);
        long q2 = s2 * NEGATED_INVERSE & MASK;
        carry = q2 - (q2 >>> 20) + (h2 << 3) + (s2 - (h2 << 55) + q2 - (q2 << 32 & MASK) >> 52);
        long s3 = x0 * y3 + x1 * y2 + x2 * y1 + x3 * y0 + q0 * P3 + q1 * P2 + q2 * P1 + carry;
        long h3 = units(fma(q2, P1, fma(q1, P2, fma(q0, P3, fma(x3, y0, fma(x2, y1, fma(x1, y2, fma(x0, y3, START))))))), START);
        long q3 = s3 * NEGATED_INVERSE & MASK;
        carry = q3 - (q3 >>> 20) + (h3 << 3) + (s3 - (h3 << 55) + q3 - (q3 << 32 & MASK) >> 52);
        long s4 = x0 * y4 + x1 * y3 + x2 * y2 + x3 * y1 + x4 * y0 + q0 * P4 + q1 * P3 + q2 * P2 + q3 * P1 + carry;
        long h4 = units(fma(q3, P1, fma(q2, P2, fma(q1, P3, fma(q0, P4, fma(x4, y0, fma(x3, y1, fma(x2, y2, fma(x1, y3, fma(x0, y4, START))))))))),
                START);
        long q4 = s4 * NEGATED_INVERSE & MASK;
        carry = q4 - (q4 >>> 20) + (h4 << 3) + (s4 - (h4 << 55) + q4 - (q4 << 32 & MASK) >> 52);
        long h5 = units(fma(q4, P1, fma(q3, P2, fma(q2, P3, fma(q1, P4, fma(x4, y1, fma(x3, y2, fma(x2, y3, fma(x1, y4, START)))))))), START);
        long s5 = x1 * y4 + x2 * y3 + x3 * y2 + x4 * y1 + q1 * P4 + q2 * P3 + q3 * P2 + q4 * P1 + carry - (h5 << 55);
        carry = (h5 << 3) + (s5 >> 52);
        long h6 = units(fma(q4, P2, fma(q3, P3, fma(q2, P4, fma(x4, y2, fma(x3, y3, fma(x2, y4, START)))))), START);
        long s6 = x2 * y4 + x3 * y3 + x4 * y2 + q2 * P4 + q3 * P3 + q4 * P2 + carry - (h6 << 55);
        carry = (h6 << 3) + (s6 >> 52);
        long h7 = units(fma(q4, P3, fma(q3, P4, fma(x4, y3, fma(x3, y4, START)))), START);
        long s7 = x3 * y4 + x4 * y3 + q3 * P4 + q4 * P3 + carry - (h7 << 55);
        carry = (h7 << 3) + (s7 >> 52);
        long h8 = units(fma(q4, P4, fma(x4, y4, START)), START);
        long s8 = x4 * y4 + q4 * P4 + carry - (h8 << 55);
        carry = (h8 << 3) + (s8 >> 52);
        store(out, o, s5 & MASK, s6 & MASK, s7 & MASK, s8 & MASK, carry);
    }

    /** Of a value below twice the order; the top limb nearly always tells that it is below the order already. */
    private static void store(long[] out, int o, long t0, long t1, long t2, long t3, long t4) {
        if (t4 >= P4) {
            long d0 = t0 - P0;
            long d1 = t1 - P1 + (d0 >> 52);
            long d2 = t2 - P2 + (d1 >> 52);
            long d3 = t3 - P3 + (d2 >> 52);
            long d4 = t4 - P4 + (d3 >> 52);
            if (d4 >= 0) {
                t0 = d0 & MASK;
                t1 = d1 & MASK;
                t2 = d2 & MASK;
                t3 = d3 & MASK;
                t4 = d4;
            }
        }
        out[o] = t0 | t1 << 52;
        out[o + 1] = t1 >>> 12 | t2 << 40;
        out[o + 2] = t2 >>> 24 | t3 << 28;
        out[o + 3] = t3 >>> 36 | t4 << 16;
    }
}
