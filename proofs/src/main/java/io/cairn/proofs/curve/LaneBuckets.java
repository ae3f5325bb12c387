package io.cairn.proofs.curve;

import java.util.Arrays;
import java.util.BitSet;

/** Buckets filled in lanes: runs of points are summed, then the sums of a bucket's runs, until one is left. */
final class LaneBuckets implements Buckets {

    private final Curve curve;
    private final double[] points;
    private final int size;
    private final int pointRow;
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
        this.pointRow = LaneSums.pointRow(curve);
        this.lanes = lanes;
        this.filled = new BitSet(size);
        this.sums = new double[size * pointRow];
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
        if (sums.length < rows * pointRow) {
            sums = Arrays.copyOf(sums, rows * pointRow);
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
            System.arraycopy(sums, (parts.entry(part) >>> 1) * pointRow, sums, parts.bucket(part) * pointRow, pointRow);
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
            new LaneRows().toWords(affine, 0, sums, bucket * pointRow, pointRow / LaneRows.ROW);
            curve.addMixed(total, 0, total, 0, affine, 0);
        }
    }
}
