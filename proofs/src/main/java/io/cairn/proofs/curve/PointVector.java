package io.cairn.proofs.curve;

import java.util.List;

/** Affine points of one curve side by side in an array of limbs that nobody changes any more. Safe for many threads. */
public final class PointVector implements Points {

    private final Curve curve;
    private final long[] limbs;
    private final int first;
    private final int count;

    PointVector(Curve curve, long[] limbs, int first, int count) {
        this.curve = curve;
        this.limbs = limbs;
        this.first = first;
        this.count = count;
    }

    /** Points of one curve, at least one. */
    public static PointVector of(List<Point> points) {
        Curve curve = points.getFirst().curve();
        long[] limbs = new long[points.size() * curve.affineLimbs()];
        for (int k = 0; k < points.size(); k++) {
            points.get(k).copyTo(limbs, k * curve.affineLimbs());
        }
        return new PointVector(curve, limbs, 0, points.size());
    }

    /** The points of several vectors of one curve, one vector behind the other. */
    public static PointVector joined(List<PointVector> vectors) {
        Curve curve = vectors.getFirst().curve;
        int count = vectors.stream().mapToInt(PointVector::size).sum();
        long[] limbs = new long[count * curve.affineLimbs()];
        int at = 0;
        for (PointVector vector : vectors) {
            vector.copyTo(limbs, at);
            at += vector.count * curve.affineLimbs();
        }
        return new PointVector(curve, limbs, 0, count);
    }

    /** The points from {@code from} (inclusive) to {@code to} (exclusive), in the same memory. */
    public PointVector range(int from, int to) {
        if (from < 0 || to > count || from > to) {
            throw new IllegalArgumentException("points " + from + " to " + to + " of " + count);
        }
        return new PointVector(curve, limbs, first + from, to - from);
    }

    /** Point k. */
    public Point point(int k) {
        return Point.ofAffine(curve, limbs, (first + k) * curve.affineLimbs());
    }

    @Override
    public Curve curve() {
        return curve;
    }

    @Override
    public long count() {
        return count;
    }

    /** The same count; an array holds them all. */
    public int size() {
        return count;
    }

    @Override
    public void get(long k, long[] out, int o) {
        System.arraycopy(limbs, (first + (int) k) * curve.affineLimbs(), out, o, curve.affineLimbs());
    }

    /** Copies the points one after the other. */
    void copyTo(long[] out, int at) {
        System.arraycopy(limbs, first * curve.affineLimbs(), out, at, count * curve.affineLimbs());
    }
}
