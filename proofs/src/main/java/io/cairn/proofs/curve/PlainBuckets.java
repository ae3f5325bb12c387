package io.cairn.proofs.curve;

import io.cairn.proofs.field.VectorWidth;

/** Buckets filled by additions of affine points: those of a bucket are summed in pairs, round after round. */
final class PlainBuckets implements Buckets {

    private static final int BATCH = 1024;

    private final Curve curve;
    private final long[] points;
    private final int size;
    private final boolean vectors;
    private final long[] buckets;
    /** Where these buckets begin in what holds them and others. */
    private final int first;

    PlainBuckets(Curve curve, long[] points, int size) {
        this(curve, points, size, VectorWidth.chosen().isVector());
    }

    PlainBuckets(Curve curve, long[] points, int size, boolean vectors) {
        this(curve, points, size, vectors, new long[size * curve.affineLimbs()], 0);
    }

    private PlainBuckets(Curve curve, long[] points, int size, boolean vectors, long[] buckets, int first) {
        this.curve = curve;
        this.points = points;
        this.size = size;
        this.vectors = vectors;
        this.buckets = buckets;
        this.first = first;
    }

    @Override
    public Buckets slice(int from, int count) {
        return new PlainBuckets(curve, points, count, vectors, buckets, first + from);
    }

    @Override
    public void add(Items items) {
        if (items.count() == 0) {
            return;
        }
        int[] starts = starts(items);
        int[] sorted = sorted(items, starts.clone());
        AffineAdder adder = AffineAdder.of(curve, BATCH, vectors);
        long[] sums = new long[firstRoundSums(starts) * curve.affineLimbs()];
        int[] lengths = firstRound(adder, sums, sorted, starts);
        adder.over(sums, sums, sums);
        for (int longest = longest(lengths); longest > 1; longest = (longest + 1) / 2) {
            halve(adder, sums, lengths);
        }
        adder.over(buckets, sums, buckets);
        for (int bucket = 0, at = 0; bucket < size; bucket++) {
            if (lengths[bucket] == 1) {
                adder.add(first + bucket << 1, at++ << 1, first + bucket);
            }
        }
        adder.flush();
    }

    /** Where each bucket's points begin when sorted; one entry more for the end. */
    private int[] starts(Items items) {
        int[] starts = new int[size + 1];
        for (int item = 0; item < items.count(); item++) {
            starts[items.bucket(item) + 1]++;
        }
        for (int bucket = 1; bucket <= size; bucket++) {
            starts[bucket] += starts[bucket - 1];
        }
        return starts;
    }

    private static int[] sorted(Items items, int[] next) {
        int[] sorted = new int[items.count()];
        for (int item = 0; item < sorted.length; item++) {
            sorted[next[items.bucket(item)]++] = items.entry(item);
        }
        return sorted;
    }

    private int firstRoundSums(int[] starts) {
        int sums = 0;
        for (int bucket = 0; bucket < size; bucket++) {
            sums += (starts[bucket + 1] - starts[bucket] + 1) / 2;
        }
        return sums;
    }

    /** Sums the points of each bucket in pairs; answers how many sums each bucket has. */
    private int[] firstRound(AffineAdder adder, long[] sums, int[] sorted, int[] starts) {
        int[] lengths = new int[size];
        adder.over(points, points, sums);
        int n = curve.field().limbs();
        int to = 0;
        for (int bucket = 0; bucket < size; bucket++) {
            int end = starts[bucket + 1];
            for (int at = starts[bucket]; at < end; at += 2) {
                if (at + 1 < end) {
                    adder.add(sorted[at], sorted[at + 1], to++);
                } else {
                    copySigned(sorted[at], sums, to++ * 2 * n);
                }
            }
            lengths[bucket] = (end - starts[bucket] + 1) / 2;
        }
        adder.flush();
        return lengths;
    }

    private void copySigned(int signed, long[] sums, int to) {
        int from = (signed >>> 1) * curve.affineLimbs();
        if ((signed & 1) == 0) {
            System.arraycopy(points, from, sums, to, curve.affineLimbs());
        } else {
            curve.negateAffine(sums, to, points, from);
        }
    }

    private static int longest(int[] lengths) {
        int longest = 0;
        for (int length : lengths) {
            longest = Math.max(longest, length);
        }
        return longest;
    }

    /** Halves the number of sums of each bucket, moving all to the front. */
    private void halve(AffineAdder adder, long[] sums, int[] lengths) {
        int from = 0;
        int to = 0;
        for (int bucket = 0; bucket < size; bucket++) {
            int end = from + lengths[bucket];
            lengths[bucket] = (lengths[bucket] + 1) / 2;
            for (; from < end; from += 2) {
                if (from + 1 < end) {
                    adder.add(from << 1, from + 1 << 1, to++);
                } else {
                    adder.keep(from, to++);
                }
            }
            from = end;
        }
        adder.flush();
    }

    @Override
    public boolean isFilled(int bucket) {
        return !curve.isAffineInfinity(buckets, (first + bucket) * curve.affineLimbs());
    }

    @Override
    public Buckets over(int newSize) {
        return new PlainBuckets(curve, buckets, newSize);
    }

    @Override
    public void addTo(long[] total, int bucket) {
        curve.addMixed(total, 0, total, 0, buckets, (first + bucket) * curve.affineLimbs());
    }
}
