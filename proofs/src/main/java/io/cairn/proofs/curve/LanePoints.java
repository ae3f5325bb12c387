package io.cairn.proofs.curve;

/** Points in {@link LaneRows}, which go into lanes without another step. */
record LanePoints(Curve curve, double[] rows) implements SegmentPoints {

    LanePoints(Curve curve, int capacity) {
        this(curve, new double[LaneRows.start(curve, capacity)]);
    }

    @Override
    public void set(int at, long[] affine, int count) {
        new LaneRows().toRows(rows, LaneRows.start(curve, at), affine, 0, count * LaneRows.doubles(curve) / LaneRows.ROW);
    }

    @Override
    public Buckets buckets(int size) {
        return new LaneBuckets(curve, rows, size);
    }
}
