package io.cairn.proofs.curve;

import io.cairn.proofs.Workers;
import io.cairn.proofs.field.Fr;

/** A run of points decoded together with the digits of their scalars. */
final class Segment {

    private static final int PART = 1 << 10;
    private static final byte ZERO = 0;
    private static final byte ONE = 1;
    private static final byte OTHER = 2;

    private final Points points;
    private final int first;
    private final Scalars scalars;
    private final SignedDigits digits;
    private final long[] decoded;
    private final long[] biased;
    private final byte[] kinds;
    private final long[] one = new long[Fr.LIMBS];
    private int count;

    Segment(Points points, int first, Scalars scalars, SignedDigits digits, int capacity) {
        this.points = points;
        this.first = first;
        this.scalars = scalars;
        this.digits = digits;
        this.decoded = new long[capacity * points.curve().affineLimbs()];
        this.biased = new long[capacity * Fr.LIMBS];
        this.kinds = new byte[capacity];
        Fr.setOne(one, 0);
    }

    void load(int from, int length, Workers workers) {
        count = length;
        workers.forEach((length + PART - 1) / PART, part -> {
            for (int k = part * PART; k < Math.min(length, (part + 1) * PART); k++) {
                load(from + k, k);
            }
        });
    }

    private void load(int scalar, int k) {
        int at = Fr.LIMBS * scalars.position().applyAsInt(scalar);
        if (Fr.isZero(scalars.values(), at)) {
            kinds[k] = ZERO;
            return;
        }
        points.get(first + scalar, decoded, k * points.curve().affineLimbs());
        if (Fr.equal(scalars.values(), at, one, 0)) {
            kinds[k] = ONE;
            return;
        }
        kinds[k] = OTHER;
        Fr.toCanonical(biased, Fr.LIMBS * k, scalars.values(), at);
        digits.bias(biased, Fr.LIMBS * k);
    }

    /** Adds the points to the buckets of a window; the window after the last takes those of scalar one. */
    void addTo(BucketWindow window, int number) {
        int[] buckets = new int[count];
        for (int k = 0; k < count; k++) {
            buckets[k] = signedBucket(k, number);
        }
        window.add(decoded, buckets);
    }

    private int signedBucket(int k, int window) {
        if (window == digits.windows()) {
            return kinds[k] == ONE ? 1 : 0;
        }
        return kinds[k] == OTHER ? digits.digit(biased, Fr.LIMBS * k, window) : 0;
    }
}
