package io.cairn.proofs.curve;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Limbs;

/**
 * A scalar's parts in digits that are all odd, so that every step of a multiplication adds something: the digit at place k is from -15 to 15 and counts 16^k.
 *
 * <p>For that the parts must be odd. Digits to the base |x|, which is even, are made so without changing the scalar: |x| less in one digit is one more in the next,
 * and 1 - x^2 + x^4 is the order of the groups. Sums of an odd digit and |x| times another are odd again.
 */
final class OddDigits {

    /** Bits of a digit. */
    static final int WIDTH = 4;

    private static final int MASK = (1 << WIDTH) - 1;

    private final ScalarParts parts;
    /** Absolute values of the parts, side by side. */
    private final long[] limbs = new long[Fr.LIMBS];
    private final boolean[] negative = new boolean[Fr.LIMBS];

    /**
     * Cuts a scalar.
     *
     * @param scalar Montgomery limbs
     * @param parts  two or four
     */
    OddDigits(long[] scalar, ScalarParts parts) {
        this.parts = parts;
        Fr.toCanonical(limbs, 0, scalar, 0);
        boolean small = !SignedDigits.makeSmall(limbs, 0);
        ScalarParts.QUARTERS.split(limbs, 0);
        makeOdd();
        if (parts == ScalarParts.HALVES) {
            join(0);
            join(2);
        }
        for (int part = 0; part < negative.length; part++) {
            negative[part] ^= !small;
        }
    }

    /** Makes four limbs in two's complement odd absolute values below |x| + 3, with signs. */
    private void makeOdd() {
        int orders = 0;
        if ((limbs[0] & 1) == 0) {
            orders = limbs[3] < 0 ? 1 : -1;
            limbs[0] += orders;
            limbs[2] -= orders;
        }
        for (int k = 0; k < 3; k++) {
            negative[k] = limbs[k] < 0;
            limbs[k] = Math.abs(limbs[k]);
            if ((limbs[k + 1] & 1) == 0) {
                limbs[k + 1] += negative[k] ? -1 : 1;
                limbs[k] = ScalarParts.X - limbs[k];
                negative[k] = !negative[k];
            }
        }
        negative[3] = orders == 0 ? limbs[3] < 0 : orders < 0;
        limbs[3] = (negative[3] ? -limbs[3] : limbs[3]) + (orders == 0 ? 0 : ScalarParts.X);
    }

    /** One number of two limbs from two digits, of which the lower one is below |x|. */
    private void join(int at) {
        long low = negative[at] == negative[at + 1] ? limbs[at] : -limbs[at];
        long product = limbs[at + 1] * ScalarParts.X;
        limbs[at] = product + low;
        long carry = Long.compareUnsigned(limbs[at], product);
        limbs[at + 1] = Math.unsignedMultiplyHigh(limbs[at + 1], ScalarParts.X)
                + (negative[at] == negative[at + 1] ? carry < 0 ? 1 : 0 : carry > 0 ? -1 : 0);
        negative[at / 2] = negative[at + 1];
    }

    /** Digits of the longest part. */
    int places() {
        int bits = 0;
        for (int part = 0; part < parts.count(); part++) {
            bits = Math.max(bits, Limbs.bitLength(limbs, part * parts.limbs(), parts.limbs()));
        }
        return (bits + WIDTH - 1) / WIDTH;
    }

    /** The digit of a part at one of so many places, which are enough. */
    int digit(int part, int place, int places) {
        int digit = bits(part, place) | 1;
        if (place + 1 < places && (bits(part, place + 1) & 1) == 0) {
            digit -= 1 << WIDTH;
        }
        return negative[part] ? -digit : digit;
    }

    private int bits(int part, int place) {
        int bit = place * WIDTH;
        return (int) (limbs[part * parts.limbs() + (bit >>> 6)] >>> (bit & 63)) & MASK;
    }
}
