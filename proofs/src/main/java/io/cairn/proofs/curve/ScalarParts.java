package io.cairn.proofs.curve;

import io.cairn.proofs.field.Fr;

/**
 * How scalars are cut into parts that count powers of a base: not at all, into two parts to the base x^2, or into four to the base |x|, for the curve's parameter
 * x. As the order of the groups is r = x^4 - x^2 + 1, so many parts are all of a scalar; and an endomorphism multiplies points by such a base.
 */
enum ScalarParts {

    WHOLE(1, SignedDigits.SMALL_BITS),
    HALVES(2, 127),
    QUARTERS(4, 63);

    /** |x|, unsigned. */
    static final long X = 0xd201000000010000L;
    /** The whole part of 2^128 / |x|, less 2^64. */
    private static final long RECIPROCAL = 0x381204ca56cd56b5L;

    private final int count;
    private final int bits;

    ScalarParts(int count, int bits) {
        this.count = count;
        this.bits = bits;
    }

    /** Parts of a scalar. */
    int count() {
        return count;
    }

    /** Bits of the absolute value of a part. */
    int bits() {
        return bits;
    }

    /** Limbs of a part. */
    int limbs() {
        return Fr.LIMBS / count;
    }

    /** Replaces a number of at most half the modulus, of four limbs, by its parts side by side in two's complement, the one that counts ones first. */
    void split(long[] limbs, int at) {
        if (this != WHOLE) {
            quarter(limbs, at);
        }
        if (this == HALVES) {
            join(limbs, at);
            join(limbs, at + 2);
        }
    }

    /** Four limbs from -|x| / 2 to |x| / 2. */
    private static void quarter(long[] limbs, int at) {
        for (int part = 0; part < 3; part++) {
            long rest = limbs[at + 3];
            for (int k = 3; k > part; k--) {
                long quotient = quotient(rest, limbs[at + k - 1]);
                rest = limbs[at + k - 1] - quotient * X;
                limbs[at + k] = quotient;
            }
            limbs[at + part] = rest;
        }
        for (int part = 0; part < 3; part++) {
            if (Long.compareUnsigned(limbs[at + part], X >>> 1) > 0) {
                limbs[at + part] -= X;
                limbs[at + part + 1]++;
            }
        }
    }

    /** Two limbs that count 1 and |x| as one number. */
    private static void join(long[] limbs, int at) {
        long low = limbs[at];
        long high = limbs[at + 1];
        long product = high * X;
        limbs[at] = product + low;
        limbs[at + 1] = Math.unsignedMultiplyHigh(high, X) - (high >> 63 & X) + (low >> 63) + (Long.compareUnsigned(product + low, low) < 0 ? 1 : 0);
    }

    /** (high 2^64 + low) / |x| rounded down, for an unsigned high below |x| (Möller, Granlund: Improved division by invariant integers, algorithm 4). */
    private static long quotient(long high, long low) {
        long fraction = RECIPROCAL * high + low;
        long quotient = Math.unsignedMultiplyHigh(RECIPROCAL, high) + high + (Long.compareUnsigned(fraction, low) < 0 ? 1 : 0) + 1;
        long rest = low - quotient * X;
        if (Long.compareUnsigned(rest, fraction) > 0) {
            quotient--;
            rest += X;
        }
        return Long.compareUnsigned(rest, X) >= 0 ? quotient + 1 : quotient;
    }
}
