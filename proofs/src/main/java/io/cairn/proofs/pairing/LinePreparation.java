package io.cairn.proofs.pairing;

import io.cairn.proofs.curve.Point;
import io.cairn.proofs.curve.PointVector;
import io.cairn.proofs.field.Fq2;
import io.cairn.proofs.field.Fq2Rows;
import io.cairn.proofs.field.VectorWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of many points of G2 at once: all take the same steps, so that a step of all costs one inversion and its products are made side by side. What comes
 * out is what {@link PreparedG2#of} makes of each point.
 */
public final class LinePreparation {

    /** Points whose memory fits the first caches. */
    private static final int BATCH = 32;
    private static final int N = Fq2Rows.ELEMENT;

    private final Fq2Rows field = new Fq2Rows();
    private final int count;
    private final long[][] lines;
    private final long[] words;
    private final double[] x;
    private final double[] y;
    private final double[] slope;
    private final double[] line;
    private final double[] next;
    /** Denominators, then the products of their halves, and so on up to one product of all; with room for products of halves of less than a group. */
    private final double[][] levels;

    private LinePreparation(int count) {
        this.count = count;
        this.lines = new long[count][PreparedG2.STEPS * PreparedG2.LINE];
        this.words = new long[count * PreparedG2.LINE];
        this.x = new double[Fq2Rows.room(count)];
        this.y = new double[Fq2Rows.room(count)];
        this.slope = new double[Fq2Rows.room(count)];
        this.line = new double[Fq2Rows.room(2 * count)];
        this.next = new double[Fq2Rows.room(count)];
        this.levels = new double[Integer.numberOfTrailingZeros(count) + 1][];
        for (int level = 0; level < levels.length; level++) {
            levels[level] = new double[Fq2Rows.room(1) + Fq2Rows.room(count >> level)];
        }
    }

    /** Prepares points of G2, of the subgroup of order r. */
    public static List<PreparedG2> of(PointVector points) {
        List<PreparedG2> prepared = new ArrayList<>(points.size());
        for (int from = 0; from < points.size(); from += BATCH) {
            prepare(points.range(from, Math.min(points.size(), from + BATCH)), prepared);
        }
        return prepared;
    }

    private static void prepare(PointVector points, List<PreparedG2> out) {
        List<long[]> finite = new ArrayList<>();
        for (int k = 0; k < points.size(); k++) {
            Point point = points.point(k);
            if (!point.isInfinity()) {
                finite.add(point.toAffine());
            }
        }
        if (!VectorWidth.chosen().isVector() || finite.size() < 2) {
            for (int k = 0; k < points.size(); k++) {
                out.add(PreparedG2.of(points.point(k)));
            }
            return;
        }
        LinePreparation batch = new LinePreparation(Integer.highestOneBit(2 * finite.size() - 1));
        batch.run(finite);
        int prepared = 0;
        for (int k = 0; k < points.size(); k++) {
            out.add(points.point(k).isInfinity() ? new PreparedG2(true, new long[0]) : new PreparedG2(false, batch.lines[prepared++]));
        }
    }

    /** Places behind the last point repeat it. */
    private void run(List<long[]> points) {
        double[] qx = new double[Fq2Rows.room(count)];
        double[] qy = new double[Fq2Rows.room(count)];
        for (int k = 0; k < count; k++) {
            long[] point = points.get(Math.min(k, points.size() - 1));
            field.fromWords(qx, k * N, point, 0, 1);
            field.fromWords(qy, k * N, point, Fq2.LIMBS, 1);
        }
        System.arraycopy(qx, 0, x, 0, x.length);
        System.arraycopy(qy, 0, y, 0, y.length);
        int step = 0;
        for (int bit = 62; bit >= 0; bit--) {
            tangent();
            step(step++, x);
            if ((PreparedG2.PARAMETER >>> bit & 1) != 0) {
                chord(qx, qy);
                step(step++, qx);
            }
        }
    }

    /** Slopes 3 x^2 / 2 y. */
    private void tangent() {
        Fq2Rows.add(levels[0], 0, y, 0, y, 0, count);
        invert();
        field.mul(slope, 0, x, 0, x, 0, count);
        Fq2Rows.combine(slope, 0, 3, slope, 0, 0, slope, 0, count);
        field.mul(slope, 0, slope, 0, levels[0], 0, count);
    }

    private void chord(double[] qx, double[] qy) {
        Fq2Rows.sub(levels[0], 0, x, 0, qx, 0, count);
        invert();
        Fq2Rows.sub(slope, 0, y, 0, qy, 0, count);
        field.mul(slope, 0, slope, 0, levels[0], 0, count);
    }

    /** Replaces the lowest level by its inverses: products of halves up to one element, which is inverted, and down again. */
    private void invert() {
        for (int level = 0; level + 1 < levels.length; level++) {
            int half = count >> level + 1;
            field.mul(levels[level + 1], 0, levels[level], 0, levels[level], half * N, half);
        }
        double[] top = levels[levels.length - 1];
        long[] element = new long[Fq2.LIMBS];
        field.toWords(element, 0, top, 0, 1);
        Fq2.FIELD.inverse(element, 0, element, 0);
        field.fromWords(top, 0, element, 0, 1);
        for (int level = levels.length - 2; level >= 0; level--) {
            int half = count >> level + 1;
            field.mul(next, 0, levels[level + 1], 0, levels[level], half * N, half);
            field.mul(levels[level], half * N, levels[level + 1], 0, levels[level], 0, half);
            System.arraycopy(next, 0, levels[level], 0, half * N);
        }
    }

    /** Notes the lines and moves each point t to t + q, as {@link PreparedG2} does. */
    private void step(int step, double[] qx) {
        field.mul(line, 0, slope, 0, x, 0, count);
        Fq2Rows.sub(line, 0, line, 0, y, 0, count);
        Fq2Rows.combine(line, count * N, -1, slope, 0, 0, slope, 0, count);
        field.settle(line, 0, 2 * count);
        field.mul(next, 0, slope, 0, slope, 0, count);
        Fq2Rows.sub(next, 0, next, 0, x, 0, count);
        Fq2Rows.sub(next, 0, next, 0, qx, 0, count);
        field.settle(next, 0, count);
        Fq2Rows.sub(x, 0, x, 0, next, 0, count);
        field.mul(x, 0, x, 0, slope, 0, count);
        Fq2Rows.sub(y, 0, x, 0, y, 0, count);
        field.settle(y, 0, count);
        System.arraycopy(next, 0, x, 0, count * N);
        note(step);
    }

    private void note(int step) {
        field.toWords(words, 0, line, 0, 2 * count);
        for (int k = 0; k < count; k++) {
            System.arraycopy(words, k * Fq2.LIMBS, lines[k], step * PreparedG2.LINE, Fq2.LIMBS);
            System.arraycopy(words, (count + k) * Fq2.LIMBS, lines[k], step * PreparedG2.LINE + Fq2.LIMBS, Fq2.LIMBS);
        }
    }
}
