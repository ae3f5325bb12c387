package io.cairn.proofs.curve;

import io.cairn.proofs.field.Fr;

/**
 * The digits of a segment's scalars. A scalar above half the modulus counts as the negative of what it lacks to the modulus, so that small negative
 * numbers have few digits too. Different numbers may be set by different threads.
 */
final class SegmentScalars {

    private static final byte ZERO = 0;
    private static final byte ONE = 2;
    private static final byte OTHER = 4;
    /** Added to a kind. */
    private static final byte NEGATIVE = 1;

    private final Scalars scalars;
    private final SignedDigits digits;
    private final long[] biased;
    private final byte[] kinds;

    SegmentScalars(Scalars scalars, SignedDigits digits, int capacity) {
        this.scalars = scalars;
        this.digits = digits;
        this.biased = new long[capacity * Fr.LIMBS];
        this.kinds = new byte[capacity];
    }

    /** Takes a scalar as number k of the segment, zero if there are not so many; answers whether it is other than zero. */
    boolean set(int k, long scalar) {
        kinds[k] = scalar < scalars.count() ? kind(k, scalar) : ZERO;
        return kinds[k] != ZERO;
    }

    void setZero(int k) {
        kinds[k] = ZERO;
    }

    private byte kind(int k, long scalar) {
        int to = Fr.LIMBS * k;
        scalars.values().get(scalars.position().applyAsLong(scalar), biased, to);
        if (Fr.isZero(biased, to)) {
            return ZERO;
        }
        Fr.toCanonical(biased, to, biased, to);
        boolean negative = SignedDigits.makeSmall(biased, to);
        boolean one = SignedDigits.bitLength(biased, to) == 1;
        digits.bias(biased, to);
        return (byte) ((one ? ONE : OTHER) + (negative ? NEGATIVE : 0));
    }

    /** The points of scalar one and the negatives of those of minus one, among the first {@code count}, all for bucket 0. */
    Items ones(int count) {
        Items items = new Items(count);
        for (int k = 0; k < count; k++) {
            if ((kinds[k] & ~NEGATIVE) == ONE) {
                items.add(0, k << 1 | kinds[k] & NEGATIVE);
            }
        }
        return items;
    }

    /** The other points for the buckets of some windows: bucket 0 takes digit 1 of window {@code from}. */
    Items digits(int count, int from, int to) {
        Items items = new Items(count * (to - from));
        for (int window = from; window < to; window++) {
            int base = (window - from) * digits.half() - 1;
            for (int k = 0; k < count; k++) {
                int digit = kinds[k] >= OTHER ? digits.digit(biased, Fr.LIMBS * k, window) : 0;
                if (digit != 0) {
                    items.add(base + Math.abs(digit), k << 1 | digit >>> 31 ^ kinds[k] & NEGATIVE);
                }
            }
        }
        return items;
    }
}
