package io.cairn.proofs.field;

/**
 * Products in {@link Fr} on 64-bit limbs, by Montgomery's method: a row of products, then a multiple of the order that clears the lowest limb, in turn. Because the
 * order leaves the highest bit free, neither row ever carries out of the top limb.
 */
final class FrProducts {

    static final long M0 = 0xffffffff00000001L;
    static final long M1 = 0x53bda402fffe5bfeL;
    static final long M2 = 0x3339d80809a1d805L;
    static final long M3 = 0x73eda753299d7d48L;
    static final long NEGATED_INVERSE = 0xfffffffeffffffffL;

    private FrProducts() {
    }

    /** out = a * b. */
    static void mul(long[] out, int o, long[] a, int i, long[] b, int j) {
        long a0 = a[i];
        long a1 = a[i + 1];
        long a2 = a[i + 2];
        long a3 = a[i + 3];
        long t0 = 0;
        long t1 = 0;
        long t2 = 0;
        long t3 = 0;
        long y = b[j];
        long low = a0 * y + t0;
        long carry = Math.unsignedMultiplyHigh(a0, y) + less(low, t0);
        long q = low * NEGATED_INVERSE;
        long upper = Math.unsignedMultiplyHigh(q, M0) + (low != 0 ? 1 : 0);

        long product = a1 * y + t1;
        long high = Math.unsignedMultiplyHigh(a1, y) + less(product, t1);
        product += carry;
        carry = high + less(product, carry);
        t0 = q * M1 + product;
        high = Math.unsignedMultiplyHigh(q, M1) + less(t0, product);
        t0 += upper;
        upper = high + less(t0, upper);

        product = a2 * y + t2;
        high = Math.unsignedMultiplyHigh(a2, y) + less(product, t2);
        product += carry;
        carry = high + less(product, carry);
        t1 = q * M2 + product;
        high = Math.unsignedMultiplyHigh(q, M2) + less(t1, product);
        t1 += upper;
        upper = high + less(t1, upper);

        product = a3 * y + t3;
        high = Math.unsignedMultiplyHigh(a3, y) + less(product, t3);
        product += carry;
        carry = high + less(product, carry);
        t2 = q * M3 + product;
        high = Math.unsignedMultiplyHigh(q, M3) + less(t2, product);
        t2 += upper;
        t3 = carry + high + less(t2, upper);

        y = b[j + 1];
        low = a0 * y + t0;
        carry = Math.unsignedMultiplyHigh(a0, y) + less(low, t0);
        q = low * NEGATED_INVERSE;
        upper = Math.unsignedMultiplyHigh(q, M0) + (low != 0 ? 1 : 0);

        product = a1 * y + t1;
        high = Math.unsignedMultiplyHigh(a1, y) + less(product, t1);
        product += carry;
        carry = high + less(product, carry);
        t0 = q * M1 + product;
        high = Math.unsignedMultiplyHigh(q, M1) + less(t0, product);
        t0 += upper;
        upper = high + less(t0, upper);

        product = a2 * y + t2;
        high = Math.unsignedMultiplyHigh(a2, y) + less(product, t2);
        product += carry;
        carry = high + less(product, carry);
        t1 = q * M2 + product;
        high = Math.unsignedMultiplyHigh(q, M2) + less(t1, product);
        t1 += upper;
        upper = high + less(t1, upper);

        product = a3 * y + t3;
        high = Math.unsignedMultiplyHigh(a3, y) + less(product, t3);
        product += carry;
        carry = high + less(product, carry);
        t2 = q * M3 + product;
        high = Math.unsignedMultiplyHigh(q, M3) + less(t2, product);
        t2 += upper;
        t3 = carry + high + less(t2, upper);

        y = b[j + 2];
        low = a0 * y + t0;
        carry = Math.unsignedMultiplyHigh(a0, y) + less(low, t0);
        q = low * NEGATED_INVERSE;
        upper = Math.unsignedMultiplyHigh(q, M0) + (low != 0 ? 1 : 0);

        product = a1 * y + t1;
        high = Math.unsignedMultiplyHigh(a1, y) + less(product, t1);
        product += carry;
        carry = high + less(product, carry);
        t0 = q * M1 + product;
        high = Math.unsignedMultiplyHigh(q, M1) + less(t0, product);
        t0 += upper;
        upper = high + less(t0, upper);

        product = a2 * y + t2;
        high = Math.unsignedMultiplyHigh(a2, y) + less(product, t2);
        product += carry;
        carry = high + less(product, carry);
        t1 = q * M2 + product;
        high = Math.unsignedMultiplyHigh(q, M2) + less(t1, product);
        t1 += upper;
        upper = high + less(t1, upper);

        product = a3 * y + t3;
        high = Math.unsignedMultiplyHigh(a3, y) + less(product, t3);
        product += carry;
        carry = high + less(product, carry);
        t2 = q * M3 + product;
        high = Math.unsignedMultiplyHigh(q, M3) + less(t2, product);
        t2 += upper;
        t3 = carry + high + less(t2, upper);

        y = b[j + 3];
        low = a0 * y + t0;
        carry = Math.unsignedMultiplyHigh(a0, y) + less(low, t0);
        q = low * NEGATED_INVERSE;
        upper = Math.unsignedMultiplyHigh(q, M0) + (low != 0 ? 1 : 0);

        product = a1 * y + t1;
        high = Math.unsignedMultiplyHigh(a1, y) + less(product, t1);
        product += carry;
        carry = high + less(product, carry);
        t0 = q * M1 + product;
        high = Math.unsignedMultiplyHigh(q, M1) + less(t0, product);
        t0 += upper;
        upper = high + less(t0, upper);

        product = a2 * y + t2;
        high = Math.unsignedMultiplyHigh(a2, y) + less(product, t2);
        product += carry;
        carry = high + less(product, carry);
        t1 = q * M2 + product;
        high = Math.unsignedMultiplyHigh(q, M2) + less(t1, product);
        t1 += upper;
        upper = high + less(t1, upper);

        product = a3 * y + t3;
        high = Math.unsignedMultiplyHigh(a3, y) + less(product, t3);
        product += carry;
        carry = high + less(product, carry);
        t2 = q * M3 + product;
        high = Math.unsignedMultiplyHigh(q, M3) + less(t2, product);
        t2 += upper;
        t3 = carry + high + less(t2, upper);
        reduceOnce(out, o, t0, t1, t2, t3);
    }

    static void reduceOnce(long[] out, int o, long t0, long t1, long t2, long t3) {
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
