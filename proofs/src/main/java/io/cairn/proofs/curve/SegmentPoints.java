package io.cairn.proofs.curve;

import io.cairn.proofs.field.VectorWidth;

/** The decoded points of a segment, in the form that its buckets add them from. Different points may be set by different threads. */
interface SegmentPoints {

    /** Room for so many points, in the form for the vectors that this process uses. */
    static SegmentPoints of(Curve curve, int capacity) {
        return VectorWidth.chosen().isVector() ? new LanePoints(curve, capacity) : new PlainPoints(curve, capacity);
    }

    Curve curve();

    /** Sets the points of the first {@code count} of some places. */
    void set(int[] places, int count, long[] affine);

    /** Empty buckets for these points, whatever they are when they are added. */
    Buckets buckets(int size);
}
