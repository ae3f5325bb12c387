package io.cairn.protocol.bitfield;

import java.util.Arrays;

/** Collects ascending runs and joins those that touch. */
final class Bounds {

    private long[] bounds = new long[8];
    private int size;

    /** Adds {@code from} (inclusive) to {@code to} (exclusive), not before the last run; an empty run adds nothing. */
    void add(long from, long to) {
        if (from == to) {
            return;
        }
        if (size > 0 && bounds[size - 1] == from) {
            bounds[size - 1] = to;
            return;
        }
        if (size + 2 > bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        bounds[size++] = from;
        bounds[size++] = to;
    }

    long[] toArray() {
        return Arrays.copyOf(bounds, size);
    }
}
