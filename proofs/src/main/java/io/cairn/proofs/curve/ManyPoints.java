package io.cairn.proofs.curve;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Work on many finite points of G1 at once, side by side in lanes: several times faster than one by one once it is compiled. Needs vectors. */
public final class ManyPoints {

    private static final Curve CURVE = G1.CURVE;

    private ManyPoints() {
    }

    /** Whether each point of the curve is in the subgroup of prime order: x^2 P = (beta^2 X, -Y), as in {@link G1}. */
    public static boolean[] areInSubgroup(List<Point> points) {
        JacobianLanes lanes = new JacobianLanes(affine(points), points.size());
        double[] plus = lanes.plus();
        for (int bit = G1.PARAMETER_SQUARED.bitLength() - 2; bit >= 0; bit--) {
            lanes.twice();
            if (G1.PARAMETER_SQUARED.testBit(bit)) {
                lanes.addFirst(plus);
            }
        }
        long[] products = lanes.jacobian();
        boolean[] answers = new boolean[points.size()];
        for (int k = 0; k < answers.length; k++) {
            answers[k] = G1.isNegatedImage(products, k * CURVE.jacobianLimbs(), points.get(k).toAffine());
        }
        return answers;
    }

    /**
     * The multiples of the points by 2 b + 1 for numbers b of as many bits: all odd digits, so that no addition is out of the ordinary.
     *
     * @param points of prime order
     */
    public static List<Point> oddMultiples(List<Point> points, List<BigInteger> numbers, int bits) {
        JacobianLanes lanes = new JacobianLanes(affine(points), points.size());
        double[] signs = lanes.plus();
        for (int bit = bits - 1; bit >= 0; bit--) {
            for (int k = 0; k < points.size(); k++) {
                signs[k] = numbers.get(k).testBit(bit) ? 1 : -1;
            }
            lanes.twice();
            lanes.addFirst(signs);
        }
        long[] products = lanes.jacobian();
        List<Point> out = new ArrayList<>(points.size());
        for (int k = 0; k < points.size(); k++) {
            out.add(Point.ofJacobian(CURVE, products, k * CURVE.jacobianLimbs()));
        }
        return out;
    }

    private static long[] affine(List<Point> points) {
        long[] affine = new long[points.size() * CURVE.affineLimbs()];
        for (int k = 0; k < points.size(); k++) {
            points.get(k).copyTo(affine, k * CURVE.affineLimbs());
        }
        return affine;
    }
}
