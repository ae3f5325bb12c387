package io.cairn.proofs.pairing;

import io.cairn.proofs.field.Fq;
import io.cairn.proofs.field.Fq12;
import io.cairn.proofs.field.Fq2;
import java.util.List;

/** On {@link Fq12}, in plain Java. A line at (x, y) is l0 + l1 x v + y v w. */
final class WordTargetField implements TargetField<long[]> {

    private static final Fq12 FIELD = Fq12.FIELD;
    private static final int LINE = PreparedG2.LINE + Fq.LIMBS;

    @Override
    public long[] one() {
        long[] out = new long[Fq12.LIMBS];
        FIELD.setOne(out, 0);
        return out;
    }

    @Override
    public long[] fromWords(long[] limbs) {
        return limbs.clone();
    }

    @Override
    public long[] copy(long[] a) {
        return a.clone();
    }

    @Override
    public void mul(long[] out, long[] a, long[] b) {
        FIELD.mul(out, 0, a, 0, b, 0);
    }

    @Override
    public void square(long[] out, long[] a) {
        FIELD.square(out, 0, a, 0);
    }

    @Override
    public void squareCyclotomic(long[] out, long[] a) {
        FIELD.squareCyclotomic(out, 0, a, 0);
    }

    @Override
    public void conjugate(long[] out, long[] a) {
        FIELD.conjugate(out, 0, a, 0);
    }

    @Override
    public void inverse(long[] out, long[] a) {
        FIELD.inverse(out, 0, a, 0);
    }

    @Override
    public void frobenius(long[] out, long[] a) {
        FIELD.frobenius(out, 0, a, 0);
    }

    @Override
    public List<long[]> preparedLines(List<long[]> points) {
        return points.stream().map(WordLines::of).toList();
    }

    @Override
    public long[] lines(PreparedG2 q, long[] p) {
        long[] prepared = q.lines();
        long[] out = new long[PreparedG2.STEPS * LINE];
        for (int step = 0; step < PreparedG2.STEPS; step++) {
            int from = step * PreparedG2.LINE;
            int to = step * LINE;
            Fq2.FIELD.copy(out, to, prepared, from);
            Fq2.FIELD.scale(out, to + Fq2.LIMBS, prepared, from + Fq2.LIMBS, p, 0);
            Fq.FIELD.copy(out, to + PreparedG2.LINE, p, Fq.LIMBS);
        }
        return out;
    }

    @Override
    public void mulByLine(long[] out, long[] a, long[] lines, int step) {
        int at = step * LINE;
        FIELD.mulByLine(out, 0, a, 0, lines, at, at + Fq2.LIMBS, at + PreparedG2.LINE);
    }

    @Override
    public long[] toWords(long[] a) {
        return a.clone();
    }
}
