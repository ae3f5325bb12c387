package io.cairn.proofs.curve;

import io.cairn.proofs.field.FqLanes;

/** {@link io.cairn.proofs.field.Fq} in lanes: an element is its own norm. */
final class FqLaneField implements LaneField {

    @Override
    public int components() {
        return 1;
    }

    @Override
    public void mul(double[] out, double[] a, double[] b, int blocks) {
        FqLanes.mul(out, 0, a, 0, b, 0, blocks);
    }

    @Override
    public void square(double[] out, double[] a, int blocks) {
        FqLanes.mul(out, 0, a, 0, a, 0, blocks);
    }

    @Override
    public void norm(double[] out, double[] a, int blocks) {
        System.arraycopy(a, 0, out, 0, blocks * FqLanes.BLOCK);
    }

    @Override
    public void multiplyByCofactor(double[] out, double[] a, double[] inverse, int blocks) {
        System.arraycopy(inverse, 0, out, 0, blocks * FqLanes.BLOCK);
    }
}
