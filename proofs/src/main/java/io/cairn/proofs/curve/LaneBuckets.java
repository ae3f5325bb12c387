package io.cairn.proofs.curve;

import java.util.Arrays;
import java.util.BitSet;

/** Buckets filled in lanes: runs of points are summed, then the sums of a bucket's runs, until one is left. */
final class LaneBuckets implements Buckets {

    private final Curve curve;
    private final double[] points;
    private final int size;
    private final LaneSums lanes;
    private final BitSet filled;
    /** The buckets, behind them what is yet to be summed. */
    private double[] sums;

    LaneBuckets(Curve curve, double[] points, int size) {
        this(curve, points, size, new LaneSums(curve));
    }

    private LaneBuckets(Curve curve, double[] points, int size, LaneSums lanes) {
        this.curve = curve;
        this.points = points;
        this.size = size;
        this.lanes = lanes;
        this.filled = new BitSet(size);
        this.sums = new double[LaneRows.start(curve, size)];
    }

    @Override
    public void add(Items items) {
        if (items.count() == 0) {
            return;
        }
        Runs runs = new Runs(items, size);
        int first = size;
        makeRoom(first + runs.count());
        lanes.sum(points, runs, sums, first);
        Items parts = new Items(filled.cardinality() + runs.count());
        filled.stream().forEach(bucket -> parts.add(bucket, bucket << 1));
        addSums(parts, runs, first);
        store(sumOfEach(parts, first + runs.count()));
    }

    /** Sums parts until no bucket has two; their sums are put from {@code first} on. */
    private Items sumOfEach(Items parts, int first) {
        Items left = parts;
        int next = first;
        while (!isOneEach(left)) {
            Runs runs = new Runs(left, size);
            makeRoom(next + runs.count());
            lanes.sum(sums, runs, sums, next);
            left = new Items(runs.count());
            addSums(left, runs, next);
            next += runs.count();
        }
        return left;
    }

    private void makeRoom(int rows) {
        if (sums.length < LaneRows.start(curve, rows)) {
            sums = Arrays.copyOf(sums, LaneRows.start(curve, rows));
        }
    }

    private void addSums(Items parts, Runs runs, int first) {
        for (int run = 0; run < runs.count(); run++) {
            if (!lanes.isInfinite(run)) {
                parts.add(runs.bucket(run), first + run << 1);
            }
        }
    }

    private boolean isOneEach(Items parts) {
        BitSet seen = new BitSet(size);
        for (int part = 0; part < parts.count(); part++) {
            seen.set(parts.bucket(part));
        }
        return seen.cardinality() == parts.count();
    }

    private void store(Items parts) {
        filled.clear();
        for (int part = 0; part < parts.count(); part++) {
            filled.set(parts.bucket(part));
            int from = LaneRows.start(curve, parts.entry(part) >>> 1);
            System.arraycopy(sums, from, sums, LaneRows.start(curve, parts.bucket(part)), LaneRows.doubles(curve));
        }
    }

    @Override
    public boolean isFilled(int bucket) {
        return filled.get(bucket);
    }

    @Override
    public Buckets over(int newSize) {
        return new LaneBuckets(curve, sums, newSize, lanes);
    }

    @Override
    public void addTo(long[] total, int bucket) {
        if (isFilled(bucket)) {
            long[] affine = new long[curve.affineLimbs()];
            new LaneRows().toWords(affine, 0, sums, LaneRows.start(curve, bucket), LaneRows.doubles(curve) / LaneRows.ROW);
            curve.addMixed(total, 0, total, 0, affine, 0);
        }
    }
}
