package io.cairn.proofs.curve;

/** Points as they are, for {@link PlainBuckets}. */
record PlainPoints(Curve curve, long[] affine) implements SegmentPoints {

    PlainPoints(Curve curve, int capacity) {
        this(curve, new long[capacity * curve.affineLimbs()]);
    }

    @Override
    public void set(int[] places, int count, long[] points) {
        for (int k = 0; k < count; k++) {
            System.arraycopy(points, k * curve.affineLimbs(), affine, places[k] * curve.affineLimbs(), curve.affineLimbs());
        }
    }

    @Override
    public Buckets buckets(int size) {
        return new PlainBuckets(curve, affine, size);
    }
}
