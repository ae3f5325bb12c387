package io.cairn.proofs.curve;

/** Sums of points, one in each bucket; buckets are counted from 0. Not safe for several threads. */
interface Buckets {

    /** Adds points to buckets. */
    void add(Items items);

    /** Whether a bucket holds anything but infinity. */
    boolean isFilled(int bucket);

    /** Some of these buckets, counted from 0 again, which a thread may fill while others fill others. */
    Buckets slice(int first, int count);

    /** Empty buckets for sums of what is in these, which must not change any more. */
    Buckets over(int size);

    /** Adds what is in a bucket to a Jacobian point. */
    void addTo(long[] total, int bucket);
}
