package io.cairn.proofs.curve;

import io.cairn.proofs.dispatch.Workers;

/** One sum of products while it grows: the digits of a segment's scalars and the buckets of all windows, in groups that different threads fill. */
final class BucketSum {

    private static final int GROUP_BUCKETS = 2048;
    private static final int LEAST_SLICE = 1024;

    private final Curve curve;
    private final SegmentScalars scalars;
    private final SignedDigits digits;
    /** Windows of a group. */
    private final int windows;
    /** Parts into which the buckets of a window are divided, when there are more threads than windows: each takes its own out of all digits. */
    private final int slices;
    /** First those of scalars one and minus one, a single bucket; then windows from the lowest on. */
    private final Buckets[] groups;

    BucketSum(SegmentPoints points, Scalars scalars, int capacity, int threads) {
        this.curve = points.curve();
        this.digits = new SignedDigits(WindowWidth.of(scalars, points.parts()), points.parts().bits());
        this.scalars = new SegmentScalars(scalars, digits, points, capacity);
        this.windows = windowsOfGroup(threads);
        this.slices = slices(threads);
        this.groups = new Buckets[(digits.windows() + windows - 1) / windows + 1];
        for (int group = 0; group < groups.length; group++) {
            groups[group] = points.buckets(group == 0 ? 1 : windows * digits.half());
        }
    }

    /** Windows whose buckets are filled together: as many as make a good number of buckets, as few as keep all threads at work. */
    private int windowsOfGroup(int threads) {
        return Math.clamp(GROUP_BUCKETS / digits.half(), 1, (digits.windows() + threads - 1) / threads);
    }

    /** A power of two that makes up to two parts of the work for each thread. */
    private int slices(int threads) {
        int most = Math.max(1, digits.half() / LEAST_SLICE);
        return digits.windows() < threads ? Integer.highestOneBit(Math.min(most, 2 * threads / digits.windows())) : 1;
    }

    SegmentScalars scalars() {
        return scalars;
    }

    /** Parts of the work that different threads may do. */
    int parts() {
        return 1 + (groups.length - 1) * slices;
    }

    /** Makes the first {@code count} scalars of the segment, which were all set, ready to be added. */
    void sort(int count) {
        scalars.sort(count);
    }

    /** Adds the first {@code count} points of the segment, or what a part of the work takes of them. */
    void add(int part, int count) {
        if (part == 0) {
            groups[0].add(scalars.ones(count));
            return;
        }
        int group = (part - 1) / slices;
        int from = group * windows;
        if (slices == 1) {
            groups[group + 1].add(scalars.digits(from, Math.min(from + windows, digits.windows())));
        } else {
            int size = digits.half() / slices;
            int first = (part - 1) % slices * size;
            groups[group + 1].slice(first, size).add(scalars.digits(from, first, size));
        }
    }

    /** From the highest bit of the highest window down the total is doubled, and the sum of the points with that bit added. */
    Point total(Workers workers) {
        Buckets[] bits = new Buckets[groups.length];
        workers.forEach(groups.length - 1, k -> bits[k + 1] = WeightedSums.byBits(groups[k + 1], windows, digits.width() - 1));
        long[] total = new long[curve.jacobianLimbs()];
        for (int window = digits.windows() - 1; window >= 0; window--) {
            for (int bit = digits.width() - 1; bit >= 0; bit--) {
                curve.twice(total, 0, total, 0);
                bits[1 + window / windows].addTo(total, window % windows * digits.width() + bit);
            }
        }
        groups[0].addTo(total, 0);
        return Point.ofJacobian(curve, total, 0);
    }
}
