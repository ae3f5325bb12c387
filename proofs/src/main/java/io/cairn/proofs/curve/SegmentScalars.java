package io.cairn.proofs.curve;

import io.cairn.proofs.field.Fr;
import java.util.Arrays;

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
    private static final long[] MONTGOMERY_ONE = one();

    private final Scalars scalars;
    private final SignedDigits digits;
    private final long[] biased;
    private final byte[] kinds;
    /** Windows up to the highest that a scalar may have a digit in; none for zero, one and minus one. */
    private final short[] windows;
    /** The scalars with digits, those with most windows first. */
    private final int[] order;
    /** How many scalars have more windows than so many. */
    private final int[] reaching;

    SegmentScalars(Scalars scalars, SignedDigits digits, int capacity) {
        this.scalars = scalars;
        this.digits = digits;
        this.biased = new long[capacity * Fr.LIMBS];
        this.kinds = new byte[capacity];
        this.windows = new short[capacity];
        this.order = new int[capacity];
        this.reaching = new int[digits.windows() + 1];
    }

    private static long[] one() {
        long[] out = new long[Fr.LIMBS];
        Fr.setOne(out, 0);
        return out;
    }

    /** Takes a scalar as number k of the segment, zero if there are not so many; answers whether it is other than zero. */
    boolean set(int k, long scalar) {
        windows[k] = 0;
        kinds[k] = scalar < scalars.count() ? kind(k, scalar) : ZERO;
        return kinds[k] != ZERO;
    }

    void setZero(int k) {
        windows[k] = 0;
        kinds[k] = ZERO;
    }

    /** Sorts the first {@code count} scalars, all that were set, by their length: {@link #digits} reads only those that reach a window. */
    void sort(int count) {
        Arrays.fill(reaching, 0);
        for (int k = 0; k < count; k++) {
            if (windows[k] > 0) {
                reaching[windows[k] - 1]++;
            }
        }
        for (int window = reaching.length - 2; window >= 0; window--) {
            reaching[window] += reaching[window + 1];
        }
        int[] next = Arrays.copyOfRange(reaching, 1, reaching.length);
        for (int k = 0; k < count; k++) {
            if (windows[k] > 0) {
                order[next[windows[k] - 1]++] = k;
            }
        }
    }

    private byte kind(int k, long scalar) {
        int to = Fr.LIMBS * k;
        scalars.values().get(scalars.position().applyAsLong(scalar), biased, to);
        if (Fr.isZero(biased, to)) {
            return ZERO;
        }
        if (Fr.equal(biased, to, MONTGOMERY_ONE, 0)) {
            return ONE;
        }
        Fr.toCanonical(biased, to, biased, to);
        byte sign = SignedDigits.makeSmall(biased, to) ? NEGATIVE : 0;
        int length = SignedDigits.bitLength(biased, to);
        if (length == 1) {
            return (byte) (ONE + sign);
        }
        windows[k] = (short) digits.windows(length);
        digits.bias(biased, to);
        return (byte) (OTHER + sign);
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
    Items digits(int from, int to) {
        Items items = new Items(Arrays.stream(reaching, from, to).sum());
        for (int window = from; window < to; window++) {
            int base = (window - from) * digits.half() - 1;
            for (int at = 0; at < reaching[window]; at++) {
                int k = order[at];
                int digit = digits.digit(biased, Fr.LIMBS * k, window);
                if (digit != 0) {
                    items.add(base + Math.abs(digit), k << 1 | digit >>> 31 ^ kinds[k] & NEGATIVE);
                }
            }
        }
        return items;
    }
}
