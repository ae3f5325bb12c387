package io.cairn.proofs.pairing;

import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.dispatch.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * The optimal ate pairing of BLS12-381, in the convention of blst: the cube of the textbook's reduced pairing.
 *
 * <p>An instance gathers pairs of points; {@link #product()} runs one Miller loop over all of them, whose squarings they share, and one
 * final exponentiation.
 */
public final class Pairing {

    private final List<long[]> points = new ArrayList<>();
    private final List<PreparedG2> lines = new ArrayList<>();

    /** e(p, q). */
    public static Gt of(Point p, Point q) {
        return new Pairing().with(p, PreparedG2.of(q)).product();
    }

    /**
     * Tries pairings with vectors until those are compiled, after which pairings use them; otherwise a process does so in
     * the background after its first few.
     *
     * @throws java.util.concurrent.CancellationException if the progress cancelled it
     */
    public static void rehearse(Progress progress) {
        RowRehearsal.run(progress);
    }

    /** Whether vectors are compiled by now, so that whatever is short is faster with them. */
    public static boolean usesVectors() {
        return RowRehearsal.rowsAreFaster();
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
        return new Gt(product(TargetField.chosen()));
    }

    /** The product's limbs, worked out in the given form. */
    <E> long[] product(TargetField<E> field) {
        List<E> evaluated = new ArrayList<>(points.size());
        for (int k = 0; k < points.size(); k++) {
            evaluated.add(field.lines(lines.get(k), points.get(k)));
        }
        E f = MillerLoop.run(field, evaluated);
        FinalExponentiation.apply(field, f);
        return field.toWords(f);
    }
}
