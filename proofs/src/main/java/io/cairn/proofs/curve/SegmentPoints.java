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

    /** How scalars are to be cut for these points: there is an image of a point for each part but the first. */
    default ScalarParts parts() {
        return ScalarParts.WHOLE;
    }

    /** Makes room for the images of so many points; those of a segment before are gone. */
    default void makeRoomForImages(int points) {
    }

    /** Makes the images of the first {@code count} of some places that were set; these are the images from the {@code first} on that there is room for. */
    default void setImages(int[] places, int count, int first) {
    }

    /** The place of the point that a part of a scalar counts: the point's own, or that of an image. */
    default int place(int point, int part) {
        return point;
    }

    /** Empty buckets for these points, whatever they are when they are added. */
    Buckets buckets(int size);
}
