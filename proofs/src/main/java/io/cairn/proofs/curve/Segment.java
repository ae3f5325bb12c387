package io.cairn.proofs.curve;

import io.cairn.proofs.Workers;
import io.cairn.proofs.field.Fr;

/**
 * A run of points decoded together with the digits of their scalars. A scalar above half the modulus counts as the negative of what it lacks to the
 * modulus, so that small negative numbers have few digits too.
 */
final class Segment {

    private static final int PART = 1 << 10;
    private static final byte ZERO = 0;
    private static final byte ONE = 2;
    private static final byte OTHER = 4;
    /** Added to a kind. */
    private static final byte NEGATIVE = 1;

    private final Points points;
    private final long first;
    private final Scalars scalars;
    private final SignedDigits digits;
    private final SegmentPoints decoded;
    private final long[] biased;
    private final byte[] kinds;
    private int count;

    Segment(Points points, long first, Scalars scalars, SignedDigits digits, int capacity) {
        this.points = points;
        this.first = first;
        this.scalars = scalars;
        this.digits = digits;
        this.decoded = SegmentPoints.of(points.curve(), capacity);
        this.biased = new long[capacity * Fr.LIMBS];
        this.kinds = new byte[capacity];
    }

    /** Empty buckets for the points of whatever is loaded. */
    Buckets buckets(int size) {
        return decoded.buckets(size);
    }

    /** Takes the scalars from number {@code from} on, and their points. */
    void load(long from, int length, Workers workers) {
        count = length;
        workers.forEach((length + PART - 1) / PART, part -> load(from, part * PART, Math.min(length, (part + 1) * PART)));
    }

    /** Points whose scalar is zero are not read, those at infinity are not summed. */
    private void load(long from, int begin, int end) {
        Curve curve = points.curve();
        long[] affine = new long[(end - begin) * curve.affineLimbs()];
        for (int k = begin; k < end; k++) {
            kinds[k] = digitsOf(from + k, k);
            if (kinds[k] != ZERO) {
                int at = (k - begin) * curve.affineLimbs();
                points.get(first + from + k, affine, at);
                kinds[k] = curve.isAffineInfinity(affine, at) ? ZERO : kinds[k];
            }
        }
        decoded.set(begin, affine, end - begin);
    }

    private byte digitsOf(long scalar, int k) {
        int to = Fr.LIMBS * k;
        scalars.values().get(scalars.position().applyAsLong(scalar), biased, to);
        if (Fr.isZero(biased, to)) {
            return ZERO;
        }
        Fr.toCanonical(biased, to, biased, to);
        boolean negative = SignedDigits.makeSmall(biased, to);
        boolean one = biased[to] == 1 && (biased[to + 1] | biased[to + 2] | biased[to + 3]) == 0;
        digits.bias(biased, to);
        return (byte) ((one ? ONE : OTHER) + (negative ? NEGATIVE : 0));
    }

    /** Adds the points of scalar one, or minus one, to a bucket. */
    void addOnes(Buckets buckets, int bucket) {
        Items items = new Items(count);
        for (int k = 0; k < count; k++) {
            if ((kinds[k] & ~NEGATIVE) == ONE) {
                items.add(bucket, k << 1 | kinds[k] & NEGATIVE);
            }
        }
        buckets.add(items);
    }

    /** Adds the other points to the buckets of some windows: bucket 0 takes digit 1 of window {@code from}. */
    void addDigits(Buckets buckets, int from, int to) {
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
        buckets.add(items);
    }
}
