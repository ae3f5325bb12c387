package io.cairn.proofs.curve;

import io.cairn.proofs.dispatch.Workers;

/** One sum of products while it grows: the digits of a segment's scalars and the buckets of all windows, in groups that different threads fill. */
final class BucketSum {

    private static final int GROUP_BUCKETS = 2048;

    private final Curve curve;
    private final SegmentScalars scalars;
    private final SignedDigits digits;
    /** Windows of a group. */
    private final int windows;
    /** First those of scalars one and minus one, a single bucket; then windows from the lowest on. */
    private final Buckets[] groups;

    BucketSum(SegmentPoints points, Scalars scalars, int capacity, int threads) {
        this.curve = points.curve();
        this.digits = new SignedDigits(WindowWidth.of(scalars), SignedDigits.SMALL_BITS);
        this.scalars = new SegmentScalars(scalars, digits, capacity);
        this.windows = windowsOfGroup(threads);
        this.groups = new Buckets[(digits.windows() + windows - 1) / windows + 1];
        for (int group = 0; group < groups.length; group++) {
            groups[group] = points.buckets(group == 0 ? 1 : windows * digits.half());
        }
    }

    /** Windows whose buckets are filled together: as many as make a good number of buckets, as few as keep all threads at work. */
    private int windowsOfGroup(int threads) {
        return Math.clamp(GROUP_BUCKETS / digits.half(), 1, (digits.windows() + threads - 1) / threads);
    }

    SegmentScalars scalars() {
        return scalars;
    }

    int groups() {
        return groups.length;
    }

    /** Makes the first {@code count} scalars of the segment, which were all set, ready to be added. */
    void sort(int count) {
        scalars.sort(count);
    }

    /** Adds the first {@code count} points of the segment to the buckets of a group. */
    void add(int group, int count) {
        groups[group].add(group == 0 ? scalars.ones(count) : scalars.digits((group - 1) * windows, Math.min(group * windows, digits.windows())));
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
