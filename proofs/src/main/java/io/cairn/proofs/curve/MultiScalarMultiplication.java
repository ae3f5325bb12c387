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
    private static final int GROUP_BUCKETS = 2048;

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
    public Point sum(Points points, long first, Scalars scalars, Progress progress) {
        if (points.count() - first < scalars.count()) {
            throw new IllegalArgumentException(scalars.count() + " scalars for " + (points.count() - first) + " points");
        }
        Curve curve = points.curve();
        SignedDigits digits = new SignedDigits(width(countOthers(scalars)), SignedDigits.SMALL_BITS);
        Segment segment = new Segment(points, first, scalars, digits, (int) Math.min(SEGMENT, Math.max(1, scalars.count())));
        int group = windowsOfGroup(digits);
        Buckets[] groups = new Buckets[(digits.windows() + group - 1) / group + 1];
        for (int k = 0; k < groups.length; k++) {
            groups[k] = segment.buckets(k == 0 ? 1 : group * digits.half());
        }
        for (long from = 0; from < scalars.count(); from += SEGMENT) {
            progress.checkCancelled();
            segment.load(from, (int) Math.min(SEGMENT, scalars.count() - from), workers);
            workers.forEach(groups.length, k -> {
                progress.checkCancelled();
                if (k == 0) {
                    segment.addOnes(groups[0], 0);
                } else {
                    segment.addDigits(groups[k], (k - 1) * group, Math.min(k * group, digits.windows()));
                }
            });
            progress.advanced(Math.min(scalars.count(), from + SEGMENT), scalars.count());
        }
        return combine(curve, groups, group, digits);
    }

    /** Windows whose buckets are filled together: as many as make a good number of buckets, as few as keep all threads at work. */
    private int windowsOfGroup(SignedDigits digits) {
        int share = (digits.windows() + workers.parallelism() - 1) / workers.parallelism();
        return Math.clamp(GROUP_BUCKETS / digits.half(), 1, share);
    }

    /** From the highest bit of the highest window down the total is doubled, and the sum of the points with that bit added. */
    private Point combine(Curve curve, Buckets[] groups, int group, SignedDigits digits) {
        Buckets[] bits = new Buckets[groups.length];
        workers.forEach(groups.length - 1, k -> bits[k + 1] = WeightedSums.byBits(groups[k + 1], group, digits.width() - 1));
        long[] total = new long[curve.jacobianLimbs()];
        for (int window = digits.windows() - 1; window >= 0; window--) {
            for (int bit = digits.width() - 1; bit >= 0; bit--) {
                curve.twice(total, 0, total, 0);
                bits[1 + window / group].addTo(total, window % group * digits.width() + bit);
            }
        }
        groups[0].addTo(total, 0);
        return Point.ofJacobian(curve, total, 0);
    }

    private static long countOthers(Scalars scalars) {
        long[] one = new long[Fr.LIMBS];
        long[] scalar = new long[Fr.LIMBS];
        Fr.setOne(one, 0);
        long others = 0;
        for (long k = 0; k < scalars.count(); k++) {
            scalars.values().get(scalars.position().applyAsLong(k), scalar, 0);
            if (!Fr.isZero(scalar, 0) && !Fr.equal(scalar, 0, one, 0)) {
                others++;
            }
        }
        return others;
    }

    /** The width that needs the fewest additions; summing up a bucket costs about as much as three of them. */
    private static int width(long scalars) {
        int best = 2;
        for (int width = 3; width <= WIDEST; width++) {
            if (cost(width, scalars) < cost(best, scalars)) {
                best = width;
            }
        }
        return best;
    }

    private static double cost(int width, long scalars) {
        return Math.ceil(255.0 / width) * (scalars + 3.0 * (1 << width - 1));
    }
}
