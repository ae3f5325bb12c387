package io.cairn.proofs.pairing;

import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.field.Fq;
import io.cairn.proofs.field.Fq12;
import io.cairn.proofs.field.Fq2;
import java.util.ArrayList;
import java.util.List;

/**
 * The optimal ate pairing of BLS12-381, in the convention of blst: the cube of the textbook's reduced pairing.
 *
 * <p>An instance gathers pairs of points; {@link #product()} runs one Miller loop over all of them, whose squarings they share, and one
 * final exponentiation.
 */
public final class Pairing {

    private static final Fq12 FIELD = Fq12.FIELD;

    private final List<long[]> points = new ArrayList<>();
    private final List<PreparedG2> lines = new ArrayList<>();

    /** e(p, q). */
    public static Gt of(Point p, Point q) {
        return new Pairing().with(p, PreparedG2.of(q)).product();
    }

    /** Adds a factor e(p, q); one with an infinite point is 1. */
    public Pairing with(Point p, PreparedG2 q) {
        if (p.curve() != G1.CURVE) {
            throw new IllegalArgumentException("point of " + p.curve() + " given, expected one of G1");
        }
        if (!p.isInfinity() && !q.isInfinity()) {
            points.add(p.toAffine());
            lines.add(q);
        }
        return this;
    }

    /** The product of the pairings of all pairs. */
    public Gt product() {
        long[] f = millerLoop();
        FinalExponentiation.apply(f);
        return new Gt(f);
    }

    private long[] millerLoop() {
        long[] f = new long[Fq12.LIMBS];
        FIELD.setOne(f, 0);
        int line = 0;
        for (int bit = 62; bit >= 0; bit--) {
            FIELD.square(f, 0, f, 0);
            mulByLines(f, line++);
            if ((PreparedG2.PARAMETER >>> bit & 1) != 0) {
                mulByLines(f, line++);
            }
        }
        FIELD.conjugate(f, 0, f, 0);
        return f;
    }

    private void mulByLines(long[] f, int line) {
        long[] evaluated = new long[PreparedG2.LINE + Fq.LIMBS];
        int at = line * PreparedG2.LINE;
        for (int k = 0; k < points.size(); k++) {
            long[] p = points.get(k);
            long[] prepared = lines.get(k).lines();
            Fq2.FIELD.copy(evaluated, 0, prepared, at);
            Fq2.FIELD.scale(evaluated, Fq2.LIMBS, prepared, at + Fq2.LIMBS, p, 0);
            Fq.FIELD.copy(evaluated, PreparedG2.LINE, p, Fq.LIMBS);
            FIELD.mulByLine(f, 0, f, 0, evaluated, 0, Fq2.LIMBS, PreparedG2.LINE);
        }
    }
}
