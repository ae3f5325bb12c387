package io.cairn.proofs.curve;

import java.util.BitSet;
import java.util.Queue;

/** Buckets filled in lanes: runs of points are summed, then the sums of a bucket's runs and what was in it, until one is left. */
final class LaneBuckets implements Buckets {

    private final Curve curve;
    private final double[] points;
    private final int size;
    private final Queue<LaneScratch> idle;
    private final BitSet filled;
    private final double[] sums;

    /** @param idle scratch that none of the buckets of these points is at work with */
    LaneBuckets(Curve curve, double[] points, int size, Queue<LaneScratch> idle) {
        this.curve = curve;
        this.points = points;
        this.size = size;
        this.idle = idle;
        this.filled = new BitSet(size);
        this.sums = new double[LaneRows.start(curve, size)];
    }

    @Override
    public void add(Items items) {
        if (items.count() == 0) {
            return;
        }
        LaneScratch found = idle.poll();
        LaneScratch scratch = found == null ? new LaneScratch(curve) : found;
        Runs runs = new Runs(items, size);
        int used = runs.count() + filled.cardinality();
        scratch.makeRoom(used);
        scratch.lanes().sum(points, runs, scratch.rows(), 0);
        Items parts = new Items(used);
        addSums(parts, scratch.lanes(), runs, 0);
        int place = runs.count();
        for (int bucket = filled.nextSetBit(0); bucket >= 0; bucket = filled.nextSetBit(bucket + 1)) {
            copy(sums, bucket, scratch.rows(), place);
            parts.add(bucket, place++ << 1);
        }
        store(sumOfEach(scratch, parts, used), scratch.rows());
        idle.add(scratch);
    }

    /** Sums parts until no bucket has two; their sums are put behind the {@code used} places. */
    private Items sumOfEach(LaneScratch scratch, Items parts, int used) {
        Items left = parts;
        int next = used;
        while (!isOneEach(left)) {
            Runs runs = new Runs(left, size);
            scratch.makeRoom(next + runs.count());
            scratch.lanes().sum(scratch.rows(), runs, scratch.rows(), next);
            left = new Items(runs.count());
            addSums(left, scratch.lanes(), runs, next);
            next += runs.count();
        }
        return left;
    }

    private static void addSums(Items parts, LaneSums lanes, Runs runs, int first) {
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

    private void store(Items parts, double[] rows) {
        filled.clear();
        for (int part = 0; part < parts.count(); part++) {
            filled.set(parts.bucket(part));
            copy(rows, parts.entry(part) >>> 1, sums, parts.bucket(part));
        }
    }

    private void copy(double[] from, int point, double[] to, int place) {
        System.arraycopy(from, LaneRows.start(curve, point), to, LaneRows.start(curve, place), LaneRows.doubles(curve));
    }

    @Override
    public boolean isFilled(int bucket) {
        return filled.get(bucket);
    }

    @Override
    public Buckets over(int newSize) {
        return new LaneBuckets(curve, sums, newSize, idle);
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
