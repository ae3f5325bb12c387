package io.cairn.proofs.curve;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.VectorWidth;

/** Multiples of many points of the subgroup of prime order, each by a scalar of its own, on several threads. */
public final class PointMultiples {

    /** Points that are worked on together: so many that their tables fit the second cache. */
    private static final int PART = 32;
    /** Of fewer points each is multiplied alone. */
    private static final int FEWEST = 2;

    private final Workers workers;
    private final boolean vectors;

    /** Works on the given threads. */
    public PointMultiples(Workers workers) {
        this(workers, VectorWidth.chosen().isVector());
    }

    PointMultiples(Workers workers, boolean vectors) {
        this.workers = workers;
        this.vectors = vectors;
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
        workers.forEachRange(points.size(), PART, progress,
                (from, to) -> toAffine(curve, out, (int) from, part(points, scalars, (int) from, (int) to), (int) (to - from)));
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
            long[] sums = part(points, scalars, (int) from, (int) to);
            for (int k = (int) from; k < to; k++) {
                int at = (k - (int) from) * curve.jacobianLimbs();
                curve.addMixed(sums, at, sums, at, start.point(k).toAffine(), 0);
            }
            toAffine(curve, out, (int) from, sums, (int) (to - from));
        });
        return new PointVector(curve, out, 0, points.size());
    }

    private static void requireAsMany(PointVector points, long others) {
        if (others != points.size()) {
            throw new IllegalArgumentException(others + " scalars or points for " + points.size() + " points, expected as many");
        }
    }

    /** Jacobian multiples of the points from {@code from} to {@code to}. */
    private long[] part(PointVector points, Scalars scalars, int from, int to) {
        int limbs = points.curve().jacobianLimbs();
        if (!vectors || to - from < FEWEST) {
            long[] products = new long[(to - from) * limbs];
            for (int k = from; k < to; k++) {
                alone(products, (k - from) * limbs, points, scalars, k);
            }
            return products;
        }
        long[][] values = new long[to - from][Fr.LIMBS];
        for (int k = from; k < to; k++) {
            scalars.values().get(scalars.position().applyAsLong(k), values[k - from], 0);
        }
        long[] products = LaneMultiples.of(points.range(from, to), values);
        for (int k = from; k < to; k++) {
            if (points.curve().isInfinity(products, (k - from) * limbs)) {
                alone(products, (k - from) * limbs, points, scalars, k);
            }
        }
        return products;
    }

    private static void alone(long[] out, int o, PointVector points, Scalars scalars, int k) {
        points.curve().multiply(out, o, points.point(k).toAffine(), 0, scalars.values().scalar(scalars.position().applyAsLong(k)).toBigInteger());
    }

    /** All points at the price of one inversion. */
    static void toAffine(Curve curve, long[] out, int first, long[] jacobian, int count) {
        int n = curve.field().limbs();
        long[] products = new long[(count + 1) * n];
        long[] z = new long[n];
        curve.field().setOne(products, 0);
        for (int k = 0; k < count; k++) {
            orOne(curve, z, jacobian, k);
            curve.field().mul(products, (k + 1) * n, products, k * n, z, 0);
        }
        long[] inverse = new long[n];
        long[] ofPoint = new long[2 * n];
        curve.field().inverse(inverse, 0, products, count * n);
        for (int k = count - 1; k >= 0; k--) {
            curve.field().mul(ofPoint, 0, inverse, 0, products, k * n);
            orOne(curve, z, jacobian, k);
            curve.field().mul(inverse, 0, inverse, 0, z, 0);
            if (!curve.isInfinity(jacobian, k * curve.jacobianLimbs())) {
                affine(curve, out, (first + k) * curve.affineLimbs(), jacobian, k * curve.jacobianLimbs(), ofPoint);
            }
        }
    }

    private static void orOne(Curve curve, long[] out, long[] jacobian, int k) {
        int at = k * curve.jacobianLimbs();
        if (curve.isInfinity(jacobian, at)) {
            curve.field().setOne(out, 0);
        } else {
            curve.field().copy(out, 0, jacobian, at + 2 * curve.field().limbs());
        }
    }

    /** X / Z^2, Y / Z^3 with the inverse of Z, behind which there is room for its square. */
    private static void affine(Curve curve, long[] out, int o, long[] jacobian, int i, long[] inverse) {
        int n = curve.field().limbs();
        curve.field().square(inverse, n, inverse, 0);
        curve.field().mul(out, o, jacobian, i, inverse, n);
        curve.field().mul(inverse, n, inverse, n, inverse, 0);
        curve.field().mul(out, o + n, jacobian, i + n, inverse, n);
    }
}
