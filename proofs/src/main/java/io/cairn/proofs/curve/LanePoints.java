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
    public void set(int[] places, int count, long[] affine) {
        int doubles = LaneRows.doubles(curve);
        double[] inOrder = new double[count * doubles];
        new LaneRows().toRows(inOrder, 0, affine, 0, inOrder.length / LaneRows.ROW);
        for (int k = 0; k < count; k++) {
            System.arraycopy(inOrder, k * doubles, rows, LaneRows.start(curve, places[k]), doubles);
        }
    }

    @Override
    public Buckets buckets(int size) {
        return new LaneBuckets(curve, rows, size, idle);
    }
}
