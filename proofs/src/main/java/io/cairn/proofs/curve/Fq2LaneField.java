package io.cairn.proofs.curve;

import io.cairn.proofs.field.FqLaneWords;
import io.cairn.proofs.field.FqLanes;

/** {@link io.cairn.proofs.field.Fq2} in lanes: the norm of a + b u is a^2 + b^2, the cofactor a - b u. */
final class Fq2LaneField implements LaneField {

    private final int stride;
    private final double[] first;
    private final double[] second;
    private final double[] left;
    private final double[] right;

    Fq2LaneField(int blocks) {
        this.stride = blocks * FqLanes.BLOCK;
        this.first = new double[stride];
        this.second = new double[stride];
        this.left = new double[stride];
        this.right = new double[stride];
    }

    @Override
    public int components() {
        return 2;
    }

    /** Karatsuba: (a0 + a1)(b0 + b1) - a0 b0 - a1 b1 is the coefficient of u. */
    @Override
    public void mul(double[] out, double[] a, double[] b, int blocks) {
        int doubles = blocks * FqLanes.BLOCK;
        for (int k = 0; k < doubles; k++) {
            left[k] = a[k] + a[stride + k];
            right[k] = b[k] + b[stride + k];
        }
        FqLaneWords.balance(left, 0, 1, blocks);
        FqLaneWords.balance(right, 0, 1, blocks);
        FqLanes.mul(first, 0, a, 0, b, 0, blocks);
        FqLanes.mul(second, 0, a, stride, b, stride, blocks);
        FqLanes.mul(left, 0, left, 0, right, 0, blocks);
        for (int k = 0; k < doubles; k++) {
            out[k] = first[k] - second[k];
            out[stride + k] = left[k] - first[k] - second[k];
        }
        balance(out, blocks);
    }

    /** (a0 + a1)(a0 - a1) and 2 a0 a1. */
    @Override
    public void square(double[] out, double[] a, int blocks) {
        int doubles = blocks * FqLanes.BLOCK;
        for (int k = 0; k < doubles; k++) {
            left[k] = a[k] + a[stride + k];
            right[k] = a[k] - a[stride + k];
        }
        FqLaneWords.balance(left, 0, 1, blocks);
        FqLanes.mul(out, 0, left, 0, right, 0, blocks);
        FqLanes.mul(out, stride, a, 0, a, stride, blocks);
        FqLaneWords.balance(out, stride, 2, blocks);
    }

    @Override
    public void norm(double[] out, double[] a, int blocks) {
        FqLanes.mul(first, 0, a, 0, a, 0, blocks);
        FqLanes.mul(second, 0, a, stride, a, stride, blocks);
        for (int k = 0; k < blocks * FqLanes.BLOCK; k++) {
            out[k] = first[k] + second[k];
        }
        FqLaneWords.balance(out, 0, 1, blocks);
    }

    @Override
    public void multiplyByCofactor(double[] out, double[] a, double[] inverse, int blocks) {
        FqLanes.mul(out, 0, a, 0, inverse, 0, blocks);
        FqLanes.mul(out, stride, a, stride, inverse, 0, blocks);
        for (int k = 0; k < blocks * FqLanes.BLOCK; k++) {
            out[stride + k] = -out[stride + k];
        }
    }

    private void balance(double[] out, int blocks) {
        FqLaneWords.balance(out, 0, 1, blocks);
        FqLaneWords.balance(out, stride, 1, blocks);
    }
}
