package io.cairn.proofs.curve;

import io.cairn.proofs.field.FqLanes;
import io.cairn.proofs.field.Fr;

/**
 * Multiples of some points side by side in lanes: each scalar is cut in parts, which count a point and its images, so that few doublings serve all parts. The
 * parts have digits that are all odd: every lane takes the same steps whatever its scalar is.
 */
final class LaneMultiples {

    private LaneMultiples() {
    }

    /**
     * Jacobian products. A product that is worked out as infinity may not be: its scalar is zero or of the few whose last additions are of equal points, or it is
     * infinity indeed.
     *
     * @param points  of the subgroup of prime order
     * @param scalars Montgomery limbs, one array for each point
     */
    static long[] of(PointVector points, long[][] scalars) {
        Curve curve = points.curve();
        int count = points.size();
        int blocks = (count + FqLanes.LANES - 1) / FqLanes.LANES;
        JacobianLanes lanes = new JacobianLanes(curve, blocks);
        LaneTable table = LaneTable.of(curve, lanes, lanes.load(finite(points), count), blocks);
        ScalarParts parts = LaneImages.of(curve).parts();
        OddDigits[] digits = new OddDigits[count];
        int places = 1;
        for (int k = 0; k < count; k++) {
            digits[k] = new OddDigits(scalars[k], parts);
            places = Math.max(places, digits[k].places());
        }
        int[] chosen = new int[blocks * FqLanes.LANES];
        JacobianLanes.Points sum = lanes.affine();
        JacobianLanes.Points next = lanes.points();
        for (int place = places - 1; place >= 0; place--) {
            for (int part = 0; part < parts.count(); part++) {
                for (int lane = 0; lane < chosen.length; lane++) {
                    chosen[lane] = digits[Math.min(lane, count - 1)].digit(part, place, places);
                }
                if (place == places - 1 && part == 0) {
                    table.choose(sum.x(), sum.y(), part, chosen);
                } else {
                    table.choose(next.x(), next.y(), part, chosen);
                    lanes.addAffine(sum, sum, next);
                }
            }
            for (int k = 0; place > 0 && k < OddDigits.WIDTH; k++) {
                lanes.twice(sum, sum);
            }
        }
        long[] products = lanes.store(sum, count);
        clearInfinite(points, scalars, products);
        return products;
    }

    /** The points side by side, the generator in the place of infinity, which has no coordinates. */
    private static long[] finite(PointVector points) {
        Curve curve = points.curve();
        long[] affine = new long[points.size() * curve.affineLimbs()];
        points.copyTo(affine, 0);
        for (int k = 0; k < affine.length; k += curve.affineLimbs()) {
            if (curve.isAffineInfinity(affine, k)) {
                generator(curve).copyTo(affine, k);
            }
        }
        return affine;
    }

    private static Point generator(Curve curve) {
        return curve == G1.CURVE ? G1.GENERATOR : G2.GENERATOR;
    }

    private static void clearInfinite(PointVector points, long[][] scalars, long[] products) {
        for (int k = 0; k < points.size(); k++) {
            if (points.point(k).isInfinity() || Fr.isZero(scalars[k], 0)) {
                points.curve().setInfinity(products, k * points.curve().jacobianLimbs());
            }
        }
    }
}
