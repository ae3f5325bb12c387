package io.cairn.proofs.curve;

/** A sequence of points that are decoded when they are asked for. Safe for many threads. */
public interface Points {

    Curve curve();

    int count();

    /** Affine out = point k. */
    void get(int k, long[] out, int o);
}
