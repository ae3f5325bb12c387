package io.cairn.proofs.curve;

import io.cairn.proofs.field.Fr;

/**
 * Scalars in digits that are all odd, so that every step of a multiplication adds something: the digit at place k is from -15 to 15 and counts 16^k. An even
 * scalar k is taken as r - k, which is odd, with the opposite sign.
 */
final class OddDigits {

    /** Bits of a digit. */
    static final int WIDTH = 4;
    /** Digits of a scalar. */
    static final int PLACES = 256 / WIDTH;

    private OddDigits() {
    }

    /** The digits of the element at an offset of Montgomery limbs, which must not be zero. */
    static byte[] of(long[] values, int at) {
        long[] canonical = new long[Fr.LIMBS];
        Fr.toCanonical(canonical, 0, values, at);
        boolean even = (canonical[0] & 1) == 0;
        if (even) {
            long[] negated = new long[Fr.LIMBS];
            Fr.negate(negated, 0, values, at);
            Fr.toCanonical(canonical, 0, negated, 0);
        }
        byte[] digits = new byte[PLACES];
        for (int k = 0; k < PLACES; k++) {
            int bit = k * WIDTH;
            int low = (int) (canonical[bit >>> 6] >>> (bit & 63)) & (1 << WIDTH) - 1;
            digits[k] = (byte) (low | 1);
            if ((low & 1) == 0) {
                digits[k - 1] -= 1 << WIDTH;
            }
        }
        if (even) {
            for (int k = 0; k < PLACES; k++) {
                digits[k] = (byte) -digits[k];
            }
        }
        return digits;
    }
}
