package io.cairn.proofs.curve;

/** Sums of points, one in each bucket; buckets are counted from 0. Not safe for several threads. */
interface Buckets {

    /**
     * Adds points to buckets.
     *
     * @param buckets a bucket for each item
     * @param entries a point of the segment for each item: its number shifted left by one, with the lowest bit set for its negative
     * @param items   how many
     */
    void add(int[] buckets, int[] entries, int items);

    /** The Jacobian sum of d times bucket {@code first + d - 1}, for d from 1 to {@code count}, which is a power of two. */
    long[] weightedSum(int first, int count);
}
