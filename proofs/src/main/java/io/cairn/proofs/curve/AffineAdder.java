package io.cairn.proofs.curve;

import io.cairn.proofs.field.VectorWidth;

/**
 * Adds many pairs of affine points. Points are named by their number in an array, shifted left by one, with the lowest bit set for the point's negative. Not
 * safe for several threads.
 *
 * <p>Sums are written in the order in which they were queued and no earlier than when the queue is full, so that a target may be a place that only
 * this pair or earlier pairs read.
 */
interface AffineAdder {

    /** An adder for up to that many pairs at a time, with the vectors that this process uses. */
    static AffineAdder of(Curve curve, int capacity) {
        return of(curve, capacity, VectorWidth.chosen().isVector());
    }

    /** An adder for up to that many pairs at a time. */
    static AffineAdder of(Curve curve, int capacity, boolean vectors) {
        return vectors ? new VectorAffineAdder(curve, capacity) : new ScalarAffineAdder(curve, capacity);
    }

    /** Names the arrays that the pairs queued from now on are taken from and their sums written to; nothing may be waiting. */
    void over(long[] leftPoints, long[] rightPoints, long[] sums);

    /** Asks for sums[target] = leftPoints[left] + rightPoints[right]. */
    void add(int leftPoint, int rightPoint, int sum);

    /** Asks for sums[target] = leftPoints[point], both by number alone. */
    void keep(int point, int sum);

    /** Forms all sums asked for. */
    void flush();
}
