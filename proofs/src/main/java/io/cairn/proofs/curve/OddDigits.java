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

    /** The digits of a scalar in Montgomery limbs; those of zero are no number's. */
    static byte[] of(long[] scalar) {
        long[] canonical = new long[Fr.LIMBS];
        Fr.toCanonical(canonical, 0, scalar, 0);
        boolean even = (canonical[0] & 1) == 0;
        if (even) {
            Fr.negate(canonical, 0, scalar, 0);
            Fr.toCanonical(canonical, 0, canonical, 0);
        }
        byte[] digits = new byte[PLACES];
        for (int k = 0; k < PLACES; k++) {
            int bit = k * WIDTH;
            int low = (int) (canonical[bit >>> 6] >>> (bit & 63)) & (1 << WIDTH) - 1;
            digits[k] = (byte) (low | 1);
            if ((low & 1) == 0 && k > 0) {
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
