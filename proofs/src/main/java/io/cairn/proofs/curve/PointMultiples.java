package io.cairn.proofs.curve;

import io.cairn.proofs.Progress;
import io.cairn.proofs.Workers;

/** Multiples of many points, each by a scalar of its own, on several threads. */
public final class PointMultiples {

    private static final int PART = 16;

    private final Workers workers;

    /** Works on the given threads. */
    public PointMultiples(Workers workers) {
        this.workers = workers;
    }

    /**
     * Scalar k times point k, for all points.
     *
     * @param progress counts points
     */
    public PointVector multiples(PointVector points, Scalars scalars, Progress progress) {
        requireAsMany(points, scalars.count());
        Curve curve = points.curve();
        long[] out = new long[points.size() * curve.affineLimbs()];
        workers.forEachRange(points.size(), PART, progress, (from, to) -> {
            for (int k = (int) from; k < to; k++) {
                curve.toAffine(out, k * curve.affineLimbs(), multiple(points, scalars, k), 0);
            }
        });
        return new PointVector(curve, out, 0, points.size());
    }

    /**
     * {@code start} k plus scalar k times point k, for all points.
     *
     * @param start    as many points of the same curve
     * @param progress counts points
     */
    public PointVector sums(PointVector start, PointVector points, Scalars scalars, Progress progress) {
        requireAsMany(points, scalars.count());
        requireAsMany(points, start.size());
        Curve curve = points.curve();
        long[] out = new long[points.size() * curve.affineLimbs()];
        workers.forEachRange(points.size(), PART, progress, (from, to) -> {
            for (int k = (int) from; k < to; k++) {
                long[] sum = multiple(points, scalars, k);
                curve.addMixed(sum, 0, sum, 0, start.point(k).toAffine(), 0);
                curve.toAffine(out, k * curve.affineLimbs(), sum, 0);
            }
        });
        return new PointVector(curve, out, 0, points.size());
    }

    private static void requireAsMany(PointVector points, long others) {
        if (others != points.size()) {
            throw new IllegalArgumentException(others + " scalars or points for " + points.size() + " points, expected as many");
        }
    }

    private static long[] multiple(PointVector points, Scalars scalars, int k) {
        Curve curve = points.curve();
        long[] product = new long[curve.jacobianLimbs()];
        curve.multiply(product, 0, points.point(k).toAffine(), 0, scalars.values().scalar(scalars.position().applyAsLong(k)).toBigInteger());
        return product;
    }
}
