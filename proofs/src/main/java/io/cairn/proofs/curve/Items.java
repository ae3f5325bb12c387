package io.cairn.proofs.curve;

/** A list of points, each with the bucket that it belongs to. */
final class Items {

    private final int[] buckets;
    private final int[] entries;
    private int count;

    /** An empty list with room for so many. */
    Items(int capacity) {
        this.buckets = new int[capacity];
        this.entries = new int[capacity];
    }

    /**
     * Adds an item.
     *
     * @param bucket counted from 0
     * @param entry  the number of a point shifted left by one, with the lowest bit set for its negative
     */
    void add(int bucket, int entry) {
        buckets[count] = bucket;
        entries[count++] = entry;
    }

    int count() {
        return count;
    }

    int bucket(int item) {
        return buckets[item];
    }

    int entry(int item) {
        return entries[item];
    }
}
