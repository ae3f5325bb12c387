package io.cairn.proofs.curve;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Points in {@link LaneRows}, which go into lanes without another step.
 *
 * @param idle scratch of their buckets that nobody is at work with
 */
record LanePoints(Curve curve, double[] rows, Queue<LaneScratch> idle) implements SegmentPoints {

    LanePoints(Curve curve, int capacity) {
        this(curve, new double[LaneRows.start(curve, capacity)], new ConcurrentLinkedQueue<>());
    }

    @Override
    public void set(int at, long[] affine, int count) {
        new LaneRows().toRows(rows, LaneRows.start(curve, at), affine, 0, count * LaneRows.doubles(curve) / LaneRows.ROW);
    }

    @Override
    public Buckets buckets(int size) {
        return new LaneBuckets(curve, rows, size, idle);
    }
}
