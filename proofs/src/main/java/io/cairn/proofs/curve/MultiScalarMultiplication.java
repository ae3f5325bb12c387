package io.cairn.proofs.curve;

import io.cairn.proofs.Progress;
import io.cairn.proofs.Workers;
import io.cairn.proofs.field.Fr;

/**
 * Sums of scalar multiples: Pippenger's buckets with signed digits, filled by batches of affine additions. Points of scalar 0 are not read, points of
 * scalar 1 are summed without buckets. Points are read in segments, so that memory does not grow with their number.
 */
public final class MultiScalarMultiplication {

    private static final int SEGMENT = 1 << 16;
    private static final int WIDEST = 16;

    private final Workers workers;

    /** Works on the given threads. */
    public MultiScalarMultiplication(Workers workers) {
        this.workers = workers;
    }

    /**
     * The sum of scalar k times point {@code first + k}.
     *
     * @param progress counts scalars
     * @throws IllegalArgumentException if there are fewer points than scalars
     */
    public Point sum(Points points, int first, Scalars scalars, Progress progress) {
        if (points.count() - first < scalars.count()) {
            throw new IllegalArgumentException(scalars.count() + " scalars for " + (points.count() - first) + " points");
        }
        Curve curve = points.curve();
        SignedDigits digits = new SignedDigits(width(countOthers(scalars)));
        Segment segment = new Segment(points, first, scalars, digits, Math.min(SEGMENT, Math.max(1, scalars.count())));
        BucketWindow[] windows = new BucketWindow[digits.windows() + 1];
        for (int k = 0; k < windows.length; k++) {
            windows[k] = new BucketWindow(curve, k < digits.windows() ? digits.half() : 1);
        }
        for (int from = 0; from < scalars.count(); from += SEGMENT) {
            progress.checkCancelled();
            segment.load(from, Math.min(SEGMENT, scalars.count() - from), workers);
            workers.forEach(windows.length, k -> segment.addTo(windows[k], k));
            progress.advanced(Math.min(scalars.count(), from + SEGMENT), scalars.count());
        }
        return combine(curve, windows, digits);
    }

    private Point combine(Curve curve, BucketWindow[] windows, SignedDigits digits) {
        long[][] sums = new long[windows.length][];
        workers.forEach(windows.length, k -> sums[k] = windows[k].weightedSum());
        long[] total = new long[curve.jacobianLimbs()];
        for (int window = digits.windows() - 1; window >= 0; window--) {
            for (int k = 0; k < digits.width(); k++) {
                curve.twice(total, 0, total, 0);
            }
            curve.add(total, 0, total, 0, sums[window], 0);
        }
        curve.add(total, 0, total, 0, sums[digits.windows()], 0);
        return Point.ofJacobian(curve, total, 0);
    }

    private static int countOthers(Scalars scalars) {
        long[] one = new long[Fr.LIMBS];
        Fr.setOne(one, 0);
        int others = 0;
        for (int k = 0; k < scalars.count(); k++) {
            int at = Fr.LIMBS * scalars.position().applyAsInt(k);
            if (!Fr.isZero(scalars.values(), at) && !Fr.equal(scalars.values(), at, one, 0)) {
                others++;
            }
        }
        return others;
    }

    /** The width that needs the fewest additions; summing up a bucket costs about as much as three of them. */
    private static int width(int scalars) {
        int best = 2;
        for (int width = 3; width <= WIDEST; width++) {
            if (cost(width, scalars) < cost(best, scalars)) {
                best = width;
            }
        }
        return best;
    }

    private static double cost(int width, int scalars) {
        return Math.ceil(256.0 / width) * (scalars + 3.0 * (1 << width - 1));
    }
}
