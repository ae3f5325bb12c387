package io.cairn.proofs.curve;

/** A sequence of points that are decoded when they are asked for. Safe for many threads. */
public interface Points {

    Curve curve();

    long count();

    /** Affine out = point k. */
    void get(long k, long[] out, int o);
}
