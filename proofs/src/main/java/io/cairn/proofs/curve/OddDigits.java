package io.cairn.proofs.curve;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Limbs;

/**
 * Scalars in digits that are all odd, so that every step of a multiplication adds something: the digit at place k is from -15 to 15 and counts 16^k. An even
 * scalar k is taken as r - k, which is odd, with the opposite sign.
 */
final class OddDigits {

    /** Bits of a digit. */
    static final int WIDTH = 4;
    /** Digits of any scalar. */
    static final int PLACES = 256 / WIDTH;

    private OddDigits() {
    }

    /** As many digits as are enough for each of some scalars in Montgomery limbs: few if all are odd and short. */
    static int places(long[][] scalars) {
        int places = 1;
        long[] canonical = new long[Fr.LIMBS];
        for (long[] scalar : scalars) {
            Fr.toCanonical(canonical, 0, scalar, 0);
            if ((canonical[0] & 1) == 0) {
                return PLACES;
            }
            places = Math.max(places, Limbs.bitLength(canonical, 0, Fr.LIMBS) / WIDTH + 1);
        }
        return Math.min(places, PLACES);
    }

    /** The digits of a scalar in Montgomery limbs, as many as {@link #places} says; those of zero are no number's. */
    static byte[] of(long[] scalar, int places) {
        long[] canonical = new long[Fr.LIMBS];
        Fr.toCanonical(canonical, 0, scalar, 0);
        boolean even = (canonical[0] & 1) == 0;
        if (even) {
            Fr.negate(canonical, 0, scalar, 0);
            Fr.toCanonical(canonical, 0, canonical, 0);
        }
        byte[] digits = new byte[places];
        for (int k = 0; k < places; k++) {
            int bit = k * WIDTH;
            int low = (int) (canonical[bit >>> 6] >>> (bit & 63)) & (1 << WIDTH) - 1;
            digits[k] = (byte) (low | 1);
            if ((low & 1) == 0 && k > 0) {
                digits[k - 1] -= 1 << WIDTH;
            }
        }
        if (even) {
            for (int k = 0; k < places; k++) {
                digits[k] = (byte) -digits[k];
            }
        }
        return digits;
    }
}
