package io.cairn.proofs.curve;

import java.util.Arrays;
import java.util.BitSet;

/** Buckets filled in lanes: runs of points are summed, then the sums of a bucket's runs, until one is left. */
final class LaneBuckets implements Buckets {

    private static final int BATCH = 1024;

    private final Curve curve;
    private final double[] points;
    private final int size;
    private final int pointRow;
    private final LaneSums lanes;
    private final BitSet filled;
    /** The buckets, behind them what is yet to be summed. */
    private double[] sums;

    LaneBuckets(Curve curve, double[] points, int size) {
        this.curve = curve;
        this.points = points;
        this.size = size;
        this.pointRow = LaneSums.pointRow(curve);
        this.lanes = new LaneSums(curve);
        this.filled = new BitSet(size);
        this.sums = new double[size * pointRow];
    }

    @Override
    public void add(int[] buckets, int[] entries, int items) {
        if (items == 0) {
            return;
        }
        Runs runs = new Runs(buckets, entries, items, size);
        int first = size;
        sum(points, runs, first);
        Parts parts = new Parts(filled.cardinality() + runs.count());
        for (int bucket = filled.nextSetBit(0); bucket >= 0; bucket = filled.nextSetBit(bucket + 1)) {
            parts.add(bucket, bucket);
        }
        parts.addAll(runs, first);
        while (!parts.isOneEach()) {
            first += runs.count();
            runs = new Runs(parts.buckets, parts.entries, parts.count, size);
            sum(sums, runs, first);
            parts = new Parts(runs.count());
            parts.addAll(runs, first);
        }
        parts.store();
    }

    private void sum(double[] from, Runs runs, int first) {
        boolean own = from == sums;
        int needed = (first + runs.count()) * pointRow;
        if (sums.length < needed) {
            sums = Arrays.copyOf(sums, needed);
        }
        lanes.sum(own ? sums : from, runs, sums, first);
    }

    /** Sums that belong to buckets, named by where they stand. */
    private final class Parts {
        private final int[] buckets;
        private final int[] entries;
        private final BitSet used = new BitSet(size);
        private int count;

        Parts(int capacity) {
            this.buckets = new int[capacity];
            this.entries = new int[capacity];
        }

        void add(int bucket, int place) {
            buckets[count] = bucket;
            entries[count++] = place << 1;
            used.set(bucket);
        }

        void addAll(Runs runs, int first) {
            for (int run = 0; run < runs.count(); run++) {
                if (!lanes.isInfinite(run)) {
                    add(runs.bucket(run), first + run);
                }
            }
        }

        boolean isOneEach() {
            return used.cardinality() == count;
        }

        void store() {
            filled.clear();
            filled.or(used);
            for (int part = 0; part < count; part++) {
                System.arraycopy(sums, (entries[part] >>> 1) * pointRow, sums, buckets[part] * pointRow, pointRow);
            }
        }
    }

    @Override
    public long[] weightedSum(int first, int count) {
        long[] affine = new long[count * curve.affineLimbs()];
        LaneRows conversion = new LaneRows();
        for (int bucket = filled.nextSetBit(first); bucket >= 0 && bucket < first + count; bucket = filled.nextSetBit(bucket + 1)) {
            conversion.toWords(affine, (bucket - first) * curve.affineLimbs(), sums, bucket * pointRow, pointRow / LaneRows.ROW);
        }
        return WeightedSums.of(curve, affine, 0, count);
    }
}
