package io.cairn.proofs.curve;

import io.cairn.proofs.field.Fq;
import io.cairn.proofs.field.FqLaneWords;
import io.cairn.proofs.field.FqLanes;

/**
 * In G2, |x| Q = -psi(Q): a point has three images. With c u the factor of psi's abscissas and a - a u that of its ordinates, -psi(X0 + X1 u, Y0 + Y1 u) is
 * (c X1 + c X0 u, a (Y1 - Y0) + a (Y0 + Y1) u), and psi twice (c^2 X, -Y).
 */
final class G2LaneImages implements LaneImages {

    private static final double[] C = LaneRows.constant(G2.PSI_X, Fq.LIMBS);
    private static final double[] C_SQUARED = squareOfC();
    private static final double[] A = LaneRows.constant(G2.PSI_Y, 0);

    private static double[] squareOfC() {
        long[] square = new long[Fq.LIMBS];
        Fq.square(square, 0, G2.PSI_X, Fq.LIMBS);
        return LaneRows.constant(square, 0);
    }

    @Override
    public ScalarParts parts() {
        return ScalarParts.QUARTERS;
    }

    @Override
    public void fill(double[][] x, double[][] y, int blocks) {
        int stride = blocks * FqLanes.BLOCK;
        multiply(x[1], 0, x[0], stride, C, stride);
        multiply(x[1], stride, x[0], 0, C, stride);
        for (int k = 0; k < stride; k++) {
            y[1][k] = y[0][stride + k] - y[0][k];
            y[1][stride + k] = y[0][stride + k] + y[0][k];
        }
        multiply(y[1], 0, y[1], 0, A, 2 * stride);
        for (int half = 0; half < 2; half++) {
            multiply(x[2 + half], 0, x[half], 0, C_SQUARED, 2 * stride);
            System.arraycopy(y[half], 0, y[2 + half], 0, 2 * stride);
            FqLaneWords.balance(y[2 + half], 0, -1, 2 * blocks);
        }
    }

    private static void multiply(double[] out, int o, double[] a, int i, double[] factor, int doubles) {
        for (int at = 0; at < doubles; at += FqLanes.BLOCK) {
            FqLanes.mul(out, o + at, a, i + at, factor, 0, 1);
        }
    }
}
