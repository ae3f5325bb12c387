package io.cairn.proofs.curve;

/** Points in {@link LaneRows}, which go into lanes without another step. */
record LanePoints(Curve curve, double[] rows) implements SegmentPoints {

    LanePoints(Curve curve, int capacity) {
        this(curve, new double[capacity * LaneSums.pointRow(curve)]);
    }

    @Override
    public void set(int at, long[] affine, int count) {
        int pointRow = LaneSums.pointRow(curve);
        new LaneRows().toRows(rows, at * pointRow, affine, 0, count * pointRow / LaneRows.ROW);
    }

    @Override
    public Buckets buckets(int size) {
        return new LaneBuckets(curve, rows, size);
    }
}
