package io.cairn.proofs.pairing;

import io.cairn.proofs.field.Fq12;
import io.cairn.proofs.field.Fq12Rows;
import io.cairn.proofs.field.Fq2Rows;
import java.util.List;

/** On {@link Fq12Rows}, with vectors. A line at (x, y) is l0 / y + l1 x / y v + v w. */
final class RowTargetField implements TargetField<double[]> {

    private static final int LINE = 2 * Fq2Rows.ELEMENT;

    private final Fq12Rows field = new Fq12Rows();

    @Override
    public double[] one() {
        long[] one = new long[Fq12.LIMBS];
        Fq12.FIELD.setOne(one, 0);
        return field.fromWords(one);
    }

    @Override
    public double[] fromWords(long[] limbs) {
        return field.fromWords(limbs);
    }

    @Override
    public double[] copy(double[] a) {
        return a.clone();
    }

    @Override
    public void mul(double[] out, double[] a, double[] b) {
        field.mul(out, a, b);
    }

    @Override
    public void square(double[] out, double[] a) {
        field.square(out, a);
    }

    @Override
    public void squareCyclotomic(double[] out, double[] a) {
        field.squareCyclotomic(out, a);
    }

    @Override
    public void conjugate(double[] out, double[] a) {
        field.conjugate(out, a);
    }

    @Override
    public void inverse(double[] out, double[] a) {
        field.inverse(out, a);
    }

    @Override
    public void frobenius(double[] out, double[] a) {
        field.frobenius(out, a);
    }

    @Override
    public List<long[]> preparedLines(List<long[]> points) {
        return points.isEmpty() ? List.of() : new RowLines(points).lines();
    }

    @Override
    public double[] lines(PreparedG2 q, long[] p) {
        return field.scaledLines(q.lines(), p);
    }

    @Override
    public void mulByLine(double[] out, double[] a, double[] lines, int step) {
        field.mulByLine(out, a, lines, step * LINE);
    }

    @Override
    public long[] toWords(double[] a) {
        return field.toWords(a);
    }
}
