package io.cairn.proofs.pairing;

import io.cairn.proofs.curve.G2;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.field.Fq2;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The lines of the Miller loop for one point of G2, computed once and evaluated at any number of points of G1.
 *
 * <p>At T with slope l the line through P = (xP, yP) is (l xT - yT) - l xP w^2 + yP w^3; kept are l xT - yT and -l for each step.
 */
public final class PreparedG2 {

    /** The absolute value of the curve's parameter x, which is negative. */
    static final long PARAMETER = 0xd201000000010000L;
    /** Limbs of a line: two elements of Fq2. */
    static final int LINE = 2 * Fq2.LIMBS;

    /** A tangent for each bit below the top one, a chord for each of those that is set. */
    static final int STEPS = 63 + Long.bitCount(PARAMETER) - 1;
    /** What a prepared point takes. */
    public static final long BYTES = (long) STEPS * LINE * Long.BYTES;

    private final boolean infinity;
    private final long[] lines;

    private PreparedG2(boolean infinity, long[] lines) {
        this.infinity = infinity;
        this.lines = lines;
    }

    /** Prepares a point of G2. */
    public static PreparedG2 of(Point point) {
        return of(List.of(point)).getFirst();
    }

    /** Prepares points of G2 together, which is faster than one by one. */
    public static List<PreparedG2> of(List<Point> points) {
        List<long[]> finite = new ArrayList<>(points.size());
        for (Point point : points) {
            if (point.curve() != G2.CURVE) {
                throw new IllegalArgumentException("point of " + point.curve() + " given, expected one of G2");
            }
            if (!point.isInfinity()) {
                finite.add(point.toAffine());
            }
        }
        Iterator<long[]> lines = TargetField.chosen().preparedLines(finite).iterator();
        return points.stream().map(point -> point.isInfinity() ? new PreparedG2(true, new long[0]) : new PreparedG2(false, lines.next())).toList();
    }

    /** Whether all of some finite points of G2's curve are in the subgroup of prime order, with vectors, which must be there. */
    public static boolean areInSubgroup(List<Point> points) {
        List<long[]> affine = points.stream().map(Point::toAffine).toList();
        long[] multiples = new RowLines(affine).multiples();
        boolean all = true;
        for (int k = 0; k < affine.size(); k++) {
            all &= G2.isInSubgroup(affine.get(k), 0, multiples, k * G2.CURVE.jacobianLimbs());
        }
        return all;
    }

    boolean isInfinity() {
        return infinity;
    }

    long[] lines() {
        return lines;
    }
}
