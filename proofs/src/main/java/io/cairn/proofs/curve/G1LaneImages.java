package io.cairn.proofs.curve;

import io.cairn.proofs.field.FqLaneWords;
import io.cairn.proofs.field.FqLanes;

/** In G1, x^2 (X, Y) = (beta^2 X, -Y): a point has one image. */
final class G1LaneImages implements LaneImages {

    private static final double[] BETA_SQUARED = LaneRows.constant(G1.BETA_SQUARED, 0);

    @Override
    public ScalarParts parts() {
        return ScalarParts.HALVES;
    }

    @Override
    public void fill(double[][] x, double[][] y, int blocks) {
        for (int at = 0; at < blocks * FqLanes.BLOCK; at += FqLanes.BLOCK) {
            FqLanes.mul(x[1], at, x[0], at, BETA_SQUARED, 0, 1);
        }
        System.arraycopy(y[0], 0, y[1], 0, blocks * FqLanes.BLOCK);
        FqLaneWords.balance(y[1], 0, -1, blocks);
    }
}
