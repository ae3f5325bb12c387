package io.cairn.proofs.curve;

import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.field.Fq;
import io.cairn.proofs.field.Fq2;
import io.cairn.proofs.field.FqLanePowers;
import io.cairn.proofs.field.FqLanes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Work on many finite points of G1 at once, side by side in lanes: several times faster than one by one once it is compiled. Needs vectors. */
public final class ManyPoints {

    private static final Curve CURVE = G1.CURVE;

    private ManyPoints() {
    }

    /**
     * Reads compressed points without looking whether they are in their subgroups.
     *
     * @return first those of G1, then those of G2; nothing if one of them is malformed, on no curve or infinite: {@link Point#fromCompressed} says what it is
     */
    public static Optional<List<Point>> fromCompressed(List<byte[]> ofG1, List<byte[]> ofG2) {
        try {
            return fromSquares(squaresOfY(CURVE, ofG1), squaresOfY(G2.CURVE, ofG2), ofG1, ofG2);
        } catch (PointFormatException malformed) {
            return Optional.empty();
        }
    }

    /** Reads finite uncompressed points of G1 that stand one behind the other; nothing if one of them is malformed, infinite or not in the subgroup. */
    public static Optional<List<Point>> fromUncompressed(byte[] encoded, int count) {
        int limbs = CURVE.affineLimbs();
        long[] affine = new long[count * limbs];
        if (PointEncoding.readSideBySide(CURVE, affine, 0, encoded, 0, count) < count) {
            return Optional.empty();
        }
        List<Point> points = IntStream.range(0, count).mapToObj(k -> Point.ofAffine(CURVE, affine, k * limbs)).toList();
        return areInSubgroup(points) ? Optional.of(points) : Optional.empty();
    }

    private static List<long[]> squaresOfY(Curve curve, List<byte[]> encoded) {
        return encoded.stream().map(bytes -> PointEncoding.squareOfY(curve, bytes)).toList();
    }

    private static Optional<List<Point>> fromSquares(List<long[]> inG1, List<long[]> inG2, List<byte[]> ofG1, List<byte[]> ofG2) {
        int n = Fq.LIMBS;
        List<Fq2Roots> roots = inG2.stream().map(affine -> new Fq2Roots(affine, Fq2.LIMBS)).toList();
        long[] powers = new long[(inG1.size() + inG2.size()) * n];
        for (int k = 0; k < inG1.size(); k++) {
            System.arraycopy(inG1.get(k), n, powers, k * n, n);
        }
        for (int k = 0; k < roots.size(); k++) {
            roots.get(k).norm(powers, (inG1.size() + k) * n);
        }
        FqLanePowers.raise(powers, inG1.size() + inG2.size(), RootPower.EXPONENT);
        long[] halves = new long[inG2.size() * n];
        for (int k = 0; k < roots.size(); k++) {
            roots.get(k).half(halves, k * n, powers, (inG1.size() + k) * n);
        }
        FqLanePowers.raise(halves, inG2.size(), RootPower.EXPONENT);
        boolean exist = true;
        for (int k = 0; k < inG1.size(); k++) {
            exist &= FqCoordinates.root(inG1.get(k), n, powers, k * n);
        }
        for (int k = 0; k < roots.size(); k++) {
            exist &= roots.get(k).root(inG2.get(k), Fq2.LIMBS, halves, k * n);
        }
        if (!exist) {
            return Optional.empty();
        }
        List<Point> points = new ArrayList<>(inG1.size() + inG2.size());
        for (int k = 0; k < inG1.size(); k++) {
            points.add(PointEncoding.withSign(CURVE, inG1.get(k), ofG1.get(k)));
        }
        for (int k = 0; k < inG2.size(); k++) {
            points.add(PointEncoding.withSign(G2.CURVE, inG2.get(k), ofG2.get(k)));
        }
        return Optional.of(points);
    }

    /** Whether all points of the curve are in the subgroup of prime order. */
    public static boolean areInSubgroup(List<Point> points) {
        boolean all = true;
        for (boolean one : inSubgroup(points)) {
            all &= one;
        }
        return all;
    }

    /** Of each: x^2 P = (beta^2 X, -Y), as in {@link G1}. A point for which an addition is out of the ordinary on the way is of another order. */
    static boolean[] inSubgroup(List<Point> points) {
        int limbs = CURVE.affineLimbs();
        long[] affine = new long[points.size() * limbs];
        for (int k = 0; k < points.size(); k++) {
            points.get(k).copyTo(affine, k * limbs);
        }
        JacobianLanes lanes = new JacobianLanes(CURVE, (points.size() + FqLanes.LANES - 1) / FqLanes.LANES);
        JacobianLanes.Points first = lanes.load(affine, points.size());
        JacobianLanes.Points multiple = lanes.load(affine, points.size());
        for (int bit = G1.PARAMETER_SQUARED.bitLength() - 2; bit >= 0; bit--) {
            ProofDispatcher.giveWay();
            lanes.twice(multiple, multiple);
            if (G1.PARAMETER_SQUARED.testBit(bit)) {
                lanes.add(multiple, multiple, first);
            }
        }
        long[] multiples = lanes.store(multiple, points.size());
        boolean[] answers = new boolean[points.size()];
        for (int k = 0; k < answers.length; k++) {
            answers[k] = G1.isInSubgroup(affine, k * limbs, multiples, k * CURVE.jacobianLimbs());
        }
        return answers;
    }
}
