package io.cairn.proofs.curve;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Queue;

/** Buckets filled in lanes: runs of points are summed, then the sums of a bucket's runs and what was in it, until one is left. */
final class LaneBuckets implements Buckets {

    private final Curve curve;
    private final PointRows points;
    private final int size;
    private final Queue<LaneScratch> idle;
    private final boolean[] filled;
    private final PointRows sums;
    /** Where these buckets begin in what holds them and others. */
    private final int first;

    /** @param idle scratch that none of the buckets of these points is at work with */
    LaneBuckets(PointRows points, int size, Queue<LaneScratch> idle) {
        this(points, size, idle, new boolean[size], new PointRows(points.curve(), size), 0);
    }

    private LaneBuckets(PointRows points, int size, Queue<LaneScratch> idle, boolean[] filled, PointRows sums, int first) {
        this.curve = points.curve();
        this.points = points;
        this.size = size;
        this.idle = idle;
        this.filled = filled;
        this.sums = sums;
        this.first = first;
    }

    @Override
    public Buckets slice(int from, int count) {
        return new LaneBuckets(points, count, idle, filled, sums, first + from);
    }

    @Override
    public void add(Items items) {
        if (items.count() == 0) {
            return;
        }
        LaneScratch found = idle.poll();
        LaneScratch scratch = found == null ? new LaneScratch(curve) : found;
        Runs runs = new Runs(items, size);
        int used = runs.count() + filledBuckets();
        scratch.points().makeRoom(used);
        scratch.lanes().sum(points.rows(), runs, scratch.points().rows(), 0);
        Items parts = new Items(used);
        addSums(parts, scratch.lanes(), runs, 0);
        int place = runs.count();
        for (int bucket = 0; bucket < size; bucket++) {
            if (isFilled(bucket)) {
                copy(sums, first + bucket, scratch.points(), place);
                parts.add(bucket, place++ << 1);
            }
        }
        store(sumOfEach(scratch, parts, used), scratch.points());
        idle.add(scratch);
    }

    private int filledBuckets() {
        int count = 0;
        for (int bucket = 0; bucket < size; bucket++) {
            count += isFilled(bucket) ? 1 : 0;
        }
        return count;
    }

    /** Sums parts until no bucket has two; their sums are put behind the {@code used} places. */
    private Items sumOfEach(LaneScratch scratch, Items parts, int used) {
        Items left = parts;
        int next = used;
        while (!isOneEach(left)) {
            Runs runs = new Runs(left, size);
            scratch.points().makeRoom(next + runs.count());
            scratch.lanes().sum(scratch.points().rows(), runs, scratch.points().rows(), next);
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

    private void store(Items parts, PointRows rows) {
        Arrays.fill(filled, first, first + size, false);
        for (int part = 0; part < parts.count(); part++) {
            filled[first + parts.bucket(part)] = true;
            copy(rows, parts.entry(part) >>> 1, sums, first + parts.bucket(part));
        }
    }

    private void copy(PointRows from, int point, PointRows to, int place) {
        System.arraycopy(from.rows(), LaneRows.start(curve, point), to.rows(), LaneRows.start(curve, place), LaneRows.doubles(curve));
    }

    @Override
    public boolean isFilled(int bucket) {
        return filled[first + bucket];
    }

    @Override
    public Buckets over(int newSize) {
        return new LaneBuckets(sums, newSize, idle);
    }

    @Override
    public void addTo(long[] total, int bucket) {
        if (isFilled(bucket)) {
            long[] affine = new long[curve.affineLimbs()];
            new LaneRows().toWords(affine, 0, sums.rows(), LaneRows.start(curve, first + bucket), LaneRows.doubles(curve) / LaneRows.ROW);
            curve.addMixed(total, 0, total, 0, affine, 0);
        }
    }
}
