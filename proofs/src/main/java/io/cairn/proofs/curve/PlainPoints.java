package io.cairn.proofs.curve;

/** Points as they are, for {@link PlainBuckets}. */
record PlainPoints(Curve curve, long[] affine) implements SegmentPoints {

    PlainPoints(Curve curve, int capacity) {
        this(curve, new long[capacity * curve.affineLimbs()]);
    }

    @Override
    public void set(int at, long[] points, int count) {
        System.arraycopy(points, 0, affine, at * curve.affineLimbs(), count * curve.affineLimbs());
    }

    @Override
    public Buckets buckets(int size) {
        return new PlainBuckets(curve, affine, size);
    }
}
