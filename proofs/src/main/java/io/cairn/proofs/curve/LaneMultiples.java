package io.cairn.proofs.curve;

import io.cairn.proofs.field.FqLanes;
import io.cairn.proofs.field.Fr;

/** Multiples of some points side by side in lanes, in digits that are all odd: every lane takes the same steps whatever its scalar is. */
final class LaneMultiples {

    private static final int ODD_MULTIPLES = 1 << OddDigits.WIDTH - 1;

    private LaneMultiples() {
    }

    /**
     * Jacobian products. A product that is worked out as infinity may not be: its scalar is zero or of the few whose last additions are of equal points, or it is
     * infinity indeed.
     *
     * @param scalars Montgomery limbs, one array for each point
     */
    static long[] of(PointVector points, long[][] scalars) {
        int count = points.size();
        int blocks = (count + FqLanes.LANES - 1) / FqLanes.LANES;
        JacobianLanes lanes = new JacobianLanes(points.curve(), blocks);
        long[] affine = new long[count * points.curve().affineLimbs()];
        points.copyTo(affine, 0);
        JacobianLanes.Points[] table = oddMultiples(lanes, lanes.load(affine, count));
        int places = OddDigits.places(scalars);
        byte[][] digits = new byte[count][];
        for (int k = 0; k < count; k++) {
            digits[k] = OddDigits.of(scalars[k], places);
        }
        Choice choice = new Choice(blocks, digits);
        JacobianLanes.Points sum = lanes.points();
        JacobianLanes.Points chosen = lanes.points();
        choice.at(places - 1);
        lanes.choose(sum, table, choice.entries, choice.signs);
        for (int place = places - 2; place >= 0; place--) {
            for (int k = 0; k < OddDigits.WIDTH; k++) {
                lanes.twice(sum, sum);
            }
            choice.at(place);
            lanes.choose(chosen, table, choice.entries, choice.signs);
            lanes.add(sum, sum, chosen);
        }
        long[] products = lanes.store(sum, count);
        clearInfinite(points, scalars, products);
        return products;
    }

    private static JacobianLanes.Points[] oddMultiples(JacobianLanes lanes, JacobianLanes.Points points) {
        JacobianLanes.Points[] table = new JacobianLanes.Points[ODD_MULTIPLES];
        JacobianLanes.Points twice = lanes.points();
        lanes.twice(twice, points);
        table[0] = points;
        for (int k = 1; k < ODD_MULTIPLES; k++) {
            table[k] = lanes.points();
            lanes.add(table[k], table[k - 1], twice);
        }
        return table;
    }

    /** Infinity has no affine coordinates that mean anything to the formulas, and zero no odd digits. */
    private static void clearInfinite(PointVector points, long[][] scalars, long[] products) {
        for (int k = 0; k < points.size(); k++) {
            if (points.point(k).isInfinity() || Fr.isZero(scalars[k], 0)) {
                points.curve().setInfinity(products, k * points.curve().jacobianLimbs());
            }
        }
    }

    /** Which entry of the table each lane adds at a place, and with which sign; lanes behind the last do as it does. */
    private static final class Choice {

        private final byte[][] digits;
        private final int[] entries;
        private final double[] signs;

        private Choice(int blocks, byte[][] digits) {
            this.digits = digits;
            this.entries = new int[blocks * FqLanes.LANES];
            this.signs = new double[blocks * FqLanes.LANES];
        }

        private void at(int place) {
            for (int lane = 0; lane < entries.length; lane++) {
                int digit = digits[Math.min(lane, digits.length - 1)][place];
                entries[lane] = Math.abs(digit) / 2;
                signs[lane] = Math.signum(digit);
            }
        }
    }
}
