package io.cairn.proofs.pairing;

import io.cairn.proofs.field.Fq2;

/** The lines of {@link PreparedG2} for one point, in plain Java: affine points, an inversion for each step. */
final class WordLines {

    private static final Fq2 FIELD = Fq2.FIELD;
    private static final int LINE = PreparedG2.LINE;

    private WordLines() {
    }

    static long[] of(long[] q) {
        long[] lines = new long[PreparedG2.STEPS * LINE];
        long[] t = q.clone();
        int at = 0;
        for (int bit = 62; bit >= 0; bit--) {
            at = step(lines, at, t, tangent(t));
            if ((PreparedG2.PARAMETER >>> bit & 1) != 0) {
                at = step(lines, at, t, chord(t, q), q);
            }
        }
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
