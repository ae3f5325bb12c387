package io.cairn.proofs.curve;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Limbs;
import java.util.Arrays;

/**
 * The digits of a segment's scalars. A scalar above half the modulus counts as the negative of what it lacks to the modulus, so that small negative
 * numbers have few digits too. A scalar longer than a part is cut in {@link ScalarParts}. Different numbers may be set by different threads.
 */
final class SegmentScalars {

    private static final byte ZERO = 0;
    private static final byte ONE = 2;
    private static final byte SHORT = 4;
    private static final byte SPLIT = 6;
    /** Added to a kind. */
    private static final byte NEGATIVE = 1;
    private static final long[] MONTGOMERY_ONE = one();

    private final Scalars scalars;
    private final SignedDigits digits;
    private final SegmentPoints points;
    private final ScalarParts parts;
    /** The parts of each scalar, which of a short one is the first only. */
    private final long[] biased;
    private final byte[] kinds;
    /** Of each part, windows up to the highest that it may have a digit in; none for zero, one and minus one. */
    private final short[] windows;
    private final boolean[] negative;
    /** The parts with digits, those with most windows first. */
    private final int[] order;
    /** The points that those parts count, as entries of {@link Items}. */
    private final int[] entries;
    /** How many parts have more windows than so many. */
    private final int[] reaching;

    SegmentScalars(Scalars scalars, SignedDigits digits, SegmentPoints points, int capacity) {
        this.scalars = scalars;
        this.digits = digits;
        this.points = points;
        this.parts = points.parts();
        this.biased = new long[capacity * Fr.LIMBS];
        this.kinds = new byte[capacity];
        this.windows = new short[capacity * parts.count()];
        this.negative = new boolean[capacity * parts.count()];
        this.order = new int[capacity * parts.count()];
        this.entries = new int[capacity * parts.count()];
        this.reaching = new int[digits.windows() + 1];
    }

    private static long[] one() {
        long[] out = new long[Fr.LIMBS];
        Fr.setOne(out, 0);
        return out;
    }

    /** Takes a scalar as number k of the segment, zero if there are not so many. */
    void set(int k, long scalar) {
        setZero(k);
        if (scalar < scalars.count()) {
            kinds[k] = kind(k, scalar);
        }
    }

    void setZero(int k) {
        Arrays.fill(windows, k * parts.count(), (k + 1) * parts.count(), (short) 0);
        kinds[k] = ZERO;
    }

    boolean isZero(int k) {
        return kinds[k] == ZERO;
    }

    /** Whether the scalar counts images of its point. */
    boolean isSplit(int k) {
        return kinds[k] == SPLIT;
    }

    /** Sorts the first {@code count} scalars, all that were set, by their length: {@link #digits} reads only those that reach a window. */
    void sort(int count) {
        Arrays.fill(reaching, 0);
        for (int part = 0; part < count * parts.count(); part++) {
            if (windows[part] > 0) {
                reaching[windows[part] - 1]++;
            }
        }
        for (int window = reaching.length - 2; window >= 0; window--) {
            reaching[window] += reaching[window + 1];
        }
        int[] next = Arrays.copyOfRange(reaching, 1, reaching.length);
        for (int k = 0; k < count; k++) {
            for (int part = 0; part < parts.count(); part++) {
                int number = k * parts.count() + part;
                if (windows[number] > 0) {
                    int at = next[windows[number] - 1]++;
                    order[at] = number;
                    entries[at] = points.place(k, part) << 1 | (negative[number] ? 1 : 0);
                }
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
        boolean isNegative = SignedDigits.makeSmall(biased, to);
        int length = Limbs.bitLength(biased, to, Fr.LIMBS);
        if (length == 1) {
            return isNegative ? ONE + NEGATIVE : ONE;
        }
        int number = k * parts.count();
        if (length <= parts.bits()) {
            setPart(number, isNegative);
            return SHORT;
        }
        parts.split(biased, to);
        for (int part = 0; part < parts.count(); part++) {
            setPart(number + part, isNegative ^ makePositive(to + part * parts.limbs()));
        }
        return SPLIT;
    }

    /** Replaces a part by its absolute value; answers whether it was negative. */
    private boolean makePositive(int at) {
        if (biased[at + parts.limbs() - 1] >= 0) {
            return false;
        }
        long carry = 1;
        for (int limb = at; limb < at + parts.limbs(); limb++) {
            biased[limb] = ~biased[limb] + carry;
            carry = biased[limb] == 0 ? carry : 0;
        }
        return true;
    }

    private void setPart(int number, boolean isNegative) {
        int at = number * parts.limbs();
        int length = Limbs.bitLength(biased, at, parts.limbs());
        windows[number] = (short) (length == 0 ? 0 : digits.windows(length));
        negative[number] = isNegative;
        digits.bias(biased, at);
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
                int digit = digits.digit(biased, parts.limbs() * order[at], window);
                if (digit != 0) {
                    items.add(base + Math.abs(digit), entries[at] ^ digit >>> 31);
                }
            }
        }
        return items;
    }

    /** Of the points for the buckets of one window those for {@code count} buckets from {@code first} on, which are counted from 0 again. */
    Items digits(int window, int first, int count) {
        int found = 0;
        for (int at = 0; at < reaching[window]; at++) {
            int bucket = Math.abs(digits.digit(biased, parts.limbs() * order[at], window)) - 1 - first;
            if (bucket >= 0 && bucket < count) {
                found++;
            }
        }
        Items items = new Items(found);
        for (int at = 0; at < reaching[window]; at++) {
            int digit = digits.digit(biased, parts.limbs() * order[at], window);
            int bucket = Math.abs(digit) - 1 - first;
            if (bucket >= 0 && bucket < count) {
                items.add(bucket, entries[at] ^ digit >>> 31);
            }
        }
        return items;
    }
}
