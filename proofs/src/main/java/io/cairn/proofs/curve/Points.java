package io.cairn.proofs.curve;

/** A sequence of points that are decoded when they are asked for. Safe for many threads. */
public interface Points {

    Curve curve();

    long count();

    /** Affine out = point k. */
    void get(long k, long[] out, int o);

    /** Affine out = the points of the first {@code count} of some numbers, side by side. */
    default void get(long[] numbers, int count, long[] out) {
        for (int k = 0; k < count; k++) {
            get(numbers[k], out, k * curve().affineLimbs());
        }
    }
}
