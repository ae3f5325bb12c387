package io.cairn.proofs.pairing;

import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.field.Fq2;
import io.cairn.proofs.field.Fq2Rows;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of {@link PreparedG2} for some points together, on rows. Points go through the loop in Jacobian coordinates, where a step's slope is M / Z for the Z
 * of the point that it leads to: M = 3 X^2 for a tangent, M = yQ Z^3 - Y for a chord. All Z are inverted together at the end.
 */
final class RowLines {

    private static final int N = Fq2Rows.ELEMENT;
    private static final int STEPS = PreparedG2.STEPS;

    private final Fq2Rows base = new Fq2Rows();
    private final int count;
    /** Doubles of an element of each point. */
    private final int row;
    private final double[] qx;
    private final double[] qy;
    /** Coordinates before each step and after the last, element by element of all points. */
    private final double[] xs;
    private final double[] ys;
    private final double[] zs;
    private final double[] slopes;
    private final double[] left;
    private final double[] right;
    private final double[] products;

    /** For finite affine points of G2. */
    RowLines(List<long[]> points) {
        count = points.size();
        row = count * N;
        qx = new double[row];
        qy = new double[row];
        xs = new double[room(STEPS + 1)];
        ys = new double[room(STEPS + 1)];
        zs = new double[room(STEPS + 1)];
        slopes = new double[room(STEPS)];
        left = new double[room(3)];
        right = new double[room(3)];
        products = new double[room(3)];
        for (int k = 0; k < count; k++) {
            base.fromWords(qx, k * N, points.get(k), 0, 1);
            base.fromWords(qy, k * N, points.get(k), Fq2.LIMBS, 1);
        }
    }

    private int room(int rows) {
        return Fq2Rows.room(rows * count);
    }

    /** The lines of each point. */
    List<long[]> lines() {
        walk();
        return evaluated();
    }

    /** The Jacobian multiple by {@link PreparedG2#PARAMETER} of each point, one after the other; infinity where an addition was not an ordinary one. */
    long[] multiples() {
        walk();
        double[] last = new double[3 * N];
        long[] out = new long[count * 3 * Fq2.LIMBS];
        for (int k = 0; k < count; k++) {
            System.arraycopy(xs, STEPS * row + k * N, last, 0, N);
            System.arraycopy(ys, STEPS * row + k * N, last, N, N);
            System.arraycopy(zs, STEPS * row + k * N, last, 2 * N, N);
            base.toWords(out, k * 3 * Fq2.LIMBS, last, 0, 3);
        }
        return out;
    }

    private void walk() {
        start();
        int step = 0;
        for (int bit = 62; bit >= 0; bit--) {
            ProofDispatcher.giveWay();
            tangent(step++ * row);
            if ((PreparedG2.PARAMETER >>> bit & 1) != 0) {
                chord(step++ * row);
            }
        }
    }

    private void start() {
        System.arraycopy(qx, 0, xs, 0, row);
        System.arraycopy(qy, 0, ys, 0, row);
        long[] one = new long[Fq2.LIMBS];
        Fq2.FIELD.setOne(one, 0);
        for (int k = 0; k < row; k += N) {
            base.fromWords(zs, k, one, 0, 1);
        }
    }

    /** Lange's "dbl-2009-l" in three rounds of products: X^2, Y^2, Y Z; Y^4, X Y^2, (3 X^2)^2; 3 X^2 (4 X Y^2 - X'). */
    private void tangent(int at) {
        int next = at + row;
        factor(0, xs, at, xs, at);
        factor(1, ys, at, ys, at);
        factor(2, ys, at, zs, at);
        multiply(3);
        scaled(zs, next, 2, products, 2 * row);
        scaled(slopes, at, 3, products, 0);
        System.arraycopy(products, row, ys, next, row);
        factor(0, ys, next, ys, next);
        factor(1, xs, at, ys, next);
        factor(2, slopes, at, slopes, at);
        multiply(3);
        Fq2Rows.combine(xs, next, -8, products, row, 1, products, 2 * row, count);
        base.settle(xs, next, count);
        System.arraycopy(products, 0, ys, next, row);
        factor(0, slopes, at, slopes, at);
        Fq2Rows.combine(right, 0, 4, products, row, -1, xs, next, count);
        multiply(1);
        Fq2Rows.combine(ys, next, -8, ys, next, 1, products, 0, count);
        base.settle(ys, next, count);
    }

    /** "madd" with the point itself: H = xQ Z^2 - X, X' = M^2 - H^3 - 2 X H^2, Y' = M (X H^2 - X') - Y H^3, Z' = Z H. */
    private void chord(int at) {
        int next = at + row;
        factor(0, zs, at, zs, at);
        multiply(1);
        System.arraycopy(products, 0, xs, next, row);
        factor(0, qx, 0, xs, next);
        factor(1, zs, at, xs, next);
        multiply(2);
        Fq2Rows.sub(xs, next, products, 0, xs, at, count);
        System.arraycopy(products, row, ys, next, row);
        factor(0, qy, 0, ys, next);
        factor(1, zs, at, xs, next);
        factor(2, xs, next, xs, next);
        multiply(3);
        Fq2Rows.sub(slopes, at, products, 0, ys, at, count);
        base.settle(slopes, at, count);
        System.arraycopy(products, row, zs, next, row);
        System.arraycopy(products, 2 * row, ys, next, row);
        factor(0, slopes, at, slopes, at);
        factor(1, xs, next, ys, next);
        factor(2, xs, at, ys, next);
        multiply(3);
        Fq2Rows.sub(xs, next, products, 0, products, row, count);
        Fq2Rows.combine(xs, next, 1, xs, next, -2, products, 2 * row, count);
        base.settle(xs, next, count);
        Fq2Rows.sub(left, 0, products, 2 * row, xs, next, count);
        System.arraycopy(slopes, at, right, 0, row);
        factor(1, ys, at, products, row);
        multiply(2);
        Fq2Rows.sub(ys, next, products, 0, products, row, count);
        base.settle(ys, next, count);
    }

    private void factor(int place, double[] a, int i, double[] b, int j) {
        System.arraycopy(a, i, left, place * row, row);
        System.arraycopy(b, j, right, place * row, row);
    }

    private void multiply(int places) {
        base.mul(products, 0, left, 0, right, 0, places * count);
    }

    private void scaled(double[] out, int o, double s, double[] a, int i) {
        Fq2Rows.combine(out, o, s, a, i, 0, a, i, count);
        base.settle(out, o, count);
    }

    /** From slopes' numerators and coordinates to l0 = slope x - y and l1 = - slope, of affine x and y. */
    private List<long[]> evaluated() {
        int steps = STEPS * count;
        base.invert(zs, (STEPS + 1) * count);
        double[] cubes = new double[room(STEPS)];
        double[] squares = new double[room(STEPS)];
        double[] next = new double[room(STEPS)];
        System.arraycopy(zs, row, next, 0, STEPS * row);
        base.mul(slopes, 0, slopes, 0, next, 0, steps);
        base.mul(squares, 0, zs, 0, zs, 0, steps);
        base.mul(cubes, 0, squares, 0, zs, 0, steps);
        base.mul(squares, 0, squares, 0, xs, 0, steps);
        base.mul(cubes, 0, cubes, 0, ys, 0, steps);
        base.mul(squares, 0, squares, 0, slopes, 0, steps);
        Fq2Rows.sub(squares, 0, squares, 0, cubes, 0, steps);
        Fq2Rows.combine(slopes, 0, -1, slopes, 0, 0, slopes, 0, steps);
        List<long[]> lines = new ArrayList<>(count);
        for (int k = 0; k < count; k++) {
            long[] words = new long[STEPS * PreparedG2.LINE];
            for (int step = 0; step < STEPS; step++) {
                System.arraycopy(squares, step * row + k * N, left, 0, N);
                System.arraycopy(slopes, step * row + k * N, left, N, N);
                base.toWords(words, step * PreparedG2.LINE, left, 0, 2);
            }
            lines.add(words);
        }
        return lines;
    }
}
