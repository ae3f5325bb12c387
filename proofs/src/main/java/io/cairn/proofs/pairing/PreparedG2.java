package io.cairn.proofs.pairing;

import io.cairn.proofs.curve.G2;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.field.Fq2;

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

    private static final Fq2 FIELD = Fq2.FIELD;
    /** A tangent for each bit below the top one, a chord for each of those that is set. */
    static final int STEPS = 63 + Long.bitCount(PARAMETER) - 1;

    private final boolean infinity;
    private final long[] lines;

    PreparedG2(boolean infinity, long[] lines) {
        this.infinity = infinity;
        this.lines = lines;
    }

    /** Prepares a point of G2. */
    public static PreparedG2 of(Point point) {
        if (point.curve() != G2.CURVE) {
            throw new IllegalArgumentException("point of " + point.curve() + " given, expected one of G2");
        }
        if (point.isInfinity()) {
            return new PreparedG2(true, new long[0]);
        }
        long[] lines = new long[STEPS * LINE];
        long[] q = point.toAffine();
        long[] t = q.clone();
        int at = 0;
        for (int bit = 62; bit >= 0; bit--) {
            at = step(lines, at, t, tangent(t));
            if ((PARAMETER >>> bit & 1) != 0) {
                at = step(lines, at, t, chord(t, q), q);
            }
        }
        return new PreparedG2(false, lines);
    }

    boolean isInfinity() {
        return infinity;
    }

    long[] lines() {
        return lines;
    }

    private static long[] tangent(long[] t) {
        long[] slope = new long[Fq2.LIMBS];
        long[] denominator = new long[Fq2.LIMBS];
        FIELD.twice(denominator, 0, t, Fq2.LIMBS);
        FIELD.inverse(denominator, 0, denominator, 0);
        FIELD.square(slope, 0, t, 0);
        FIELD.mul(denominator, 0, denominator, 0, slope, 0);
        FIELD.twice(slope, 0, denominator, 0);
        FIELD.add(slope, 0, slope, 0, denominator, 0);
        return slope;
    }

    private static long[] chord(long[] t, long[] q) {
        long[] slope = new long[Fq2.LIMBS];
        long[] denominator = new long[Fq2.LIMBS];
        FIELD.sub(denominator, 0, t, 0, q, 0);
        FIELD.inverse(denominator, 0, denominator, 0);
        FIELD.sub(slope, 0, t, Fq2.LIMBS, q, Fq2.LIMBS);
        FIELD.mul(slope, 0, slope, 0, denominator, 0);
        return slope;
    }

    private static int step(long[] lines, int at, long[] t, long[] slope) {
        return step(lines, at, t, slope, t);
    }

    /** Notes the line and moves t to the third point on it, mirrored: t + q. */
    private static int step(long[] lines, int at, long[] t, long[] slope, long[] q) {
        long[] x = new long[Fq2.LIMBS];
        FIELD.mul(lines, at, slope, 0, t, 0);
        FIELD.sub(lines, at, lines, at, t, Fq2.LIMBS);
        FIELD.negate(lines, at + Fq2.LIMBS, slope, 0);
        FIELD.square(x, 0, slope, 0);
        FIELD.sub(x, 0, x, 0, t, 0);
        FIELD.sub(x, 0, x, 0, q, 0);
        FIELD.mul(t, Fq2.LIMBS, slope, 0, x, 0);
        FIELD.sub(t, Fq2.LIMBS, lines, at, t, Fq2.LIMBS);
        FIELD.copy(t, 0, x, 0);
        return at + LINE;
    }
}
