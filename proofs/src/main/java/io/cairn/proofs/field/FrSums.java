package io.cairn.proofs.field;

/**
 * Sums of products in {@link Fr} with one reduction, in plain Java: all products with the first word of the second factors, then a multiple of the order that clears
 * the lowest word, and so on for each word.
 */
public final class FrSums {

    /** The largest number of products that one sum may have. */
    public static final int MOST_TERMS = 64;

    private static final long M0 = 0xffffffff00000001L;
    private static final long M1 = 0x53bda402fffe5bfeL;
    private static final long M2 = 0x3339d80809a1d805L;
    private static final long M3 = 0x73eda753299d7d48L;
    private static final long NEGATED_INVERSE = 0xfffffffeffffffffL;
    private static final double TWO_64 = 0x1p64;
    /** Just below 2^192 / p. */
    private static final double PER_ORDER = (1 - 0x1p-40) / M3;

    private FrSums() {
    }

    /**
     * out = a[0] * b[0] + ... + a[terms - 1] * b[terms - 1], elements one after the other.
     *
     * <p>Before: at most {@value #MOST_TERMS} terms. Before the end a sum is below terms * 2^64 p, in six words; at the end below (terms * p / 2^256 + 1) p &lt; 30 p.
     */
    public static void sum(long[] out, int o, long[] a, int i, long[] b, int j, int terms) {
        long t0 = 0;
        long t1 = 0;
        long t2 = 0;
        long t3 = 0;
        long t4 = 0;
        for (int word = 0; word < Fr.LIMBS; word++) {
            long t5 = 0;
            for (int k = 0; k < terms * Fr.LIMBS; k += Fr.LIMBS) {
                long y = b[j + k + word];
                long x = a[i + k];
                long low = x * y;
                t0 += low;
                long carry = Math.unsignedMultiplyHigh(x, y) + less(t0, low);
                x = a[i + k + 1];
                low = x * y;
                t1 += low;
                long high = Math.unsignedMultiplyHigh(x, y) + less(t1, low);
                t1 += carry;
                carry = high + less(t1, carry);
                x = a[i + k + 2];
                low = x * y;
                t2 += low;
                high = Math.unsignedMultiplyHigh(x, y) + less(t2, low);
                t2 += carry;
                carry = high + less(t2, carry);
                x = a[i + k + 3];
                low = x * y;
                t3 += low;
                high = Math.unsignedMultiplyHigh(x, y) + less(t3, low);
                t3 += carry;
                carry = high + less(t3, carry);
                t4 += carry;
                t5 += less(t4, carry);
            }
            long q = t0 * NEGATED_INVERSE;
            long carry = Math.unsignedMultiplyHigh(q, M0) + (t0 != 0 ? 1 : 0);
            long low = q * M1;
            t0 = t1 + low;
            long high = Math.unsignedMultiplyHigh(q, M1) + less(t0, low);
            t0 += carry;
            carry = high + less(t0, carry);
            low = q * M2;
            t1 = t2 + low;
            high = Math.unsignedMultiplyHigh(q, M2) + less(t1, low);
            t1 += carry;
            carry = high + less(t1, carry);
            low = q * M3;
            t2 = t3 + low;
            high = Math.unsignedMultiplyHigh(q, M3) + less(t2, low);
            t2 += carry;
            carry = high + less(t2, carry);
            t3 = t4 + carry;
            t4 = t5 + less(t3, carry);
        }
        reduce(out, o, t0, t1, t2, t3, t4);
    }

    /** Subtracts the order as often as the upper words tell, which leaves less than twice it. */
    private static void reduce(long[] out, int o, long t0, long t1, long t2, long t3, long t4) {
        long times = (long) ((t4 * TWO_64 + (t3 >>> 1) * 2.0) * PER_ORDER);
        long low = times * M0;
        long d0 = t0 - low;
        long borrow = Math.unsignedMultiplyHigh(times, M0) + less(t0, low);
        low = times * M1;
        long d1 = t1 - low;
        long next = Math.unsignedMultiplyHigh(times, M1) + less(t1, low) + less(d1, borrow);
        d1 -= borrow;
        low = times * M2;
        long d2 = t2 - low;
        borrow = Math.unsignedMultiplyHigh(times, M2) + less(t2, low) + less(d2, next);
        d2 -= next;
        reduceOnce(out, o, d0, d1, d2, t3 - times * M3 - borrow);
    }

    private static void reduceOnce(long[] out, int o, long t0, long t1, long t2, long t3) {
        long d0 = t0 - M0;
        long borrow = less(t0, M0);
        long d1 = t1 - M1 - borrow;
        borrow = less(t1, M1) | (t1 == M1 ? borrow : 0);
        long d2 = t2 - M2 - borrow;
        borrow = less(t2, M2) | (t2 == M2 ? borrow : 0);
        long d3 = t3 - M3 - borrow;
        long keep = d3 >> 63;
        out[o] = d0 ^ (d0 ^ t0) & keep;
        out[o + 1] = d1 ^ (d1 ^ t1) & keep;
        out[o + 2] = d2 ^ (d2 ^ t2) & keep;
        out[o + 3] = d3 ^ (d3 ^ t3) & keep;
    }

    private static long less(long a, long b) {
        return Long.compareUnsigned(a, b) < 0 ? 1 : 0;
    }
}
