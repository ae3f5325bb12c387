package io.cairn.proofs.curve;

/**
 * The items of buckets cut into runs, each of one bucket and of a bounded length, so that a crowded bucket keeps many lanes busy. Runs are numbered by length,
 * the longest first; items are ordered by rounds: the first of every run, then the second of every run that has one, and so on.
 */
final class Runs {

    private static final int LONGEST_LOG2 = 6;
    /** Runs that there should be, if there are items enough: with fewer the inversion of each round weighs. */
    private static final int DESIRABLE = 1024;

    private final int[] counts;
    private final int log2;
    private final int[] bucketOfRun;
    private final int[] active;
    private final int[] entries;

    /**
     * Sorts items.
     *
     * @param size number of buckets
     */
    Runs(Items items, int size) {
        this.counts = new int[size];
        for (int item = 0; item < items.count(); item++) {
            counts[items.bucket(item)]++;
        }
        this.log2 = lengthLog2(items.count());
        int[] firstRun = firstRuns();
        this.bucketOfRun = new int[firstRun[size]];
        this.active = new int[1 << log2];
        int[] number = numbers(firstRun);
        this.entries = ordered(items, firstRun, number);
    }

    /** About twice the average length, so that most buckets are one run. */
    private int lengthLog2(int items) {
        int used = 0;
        for (int count : counts) {
            used += count > 0 ? 1 : 0;
        }
        int byAverage = ceilLog2(2 * (items / Math.max(1, used)));
        int byRuns = ceilLog2(items / DESIRABLE);
        return Math.clamp(Math.min(byAverage, byRuns), 1, LONGEST_LOG2);
    }

    private static int ceilLog2(int value) {
        return value <= 1 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(value - 1);
    }

    private int[] firstRuns() {
        int[] first = new int[counts.length + 1];
        for (int bucket = 0; bucket < counts.length; bucket++) {
            first[bucket + 1] = first[bucket] + (counts[bucket] + (1 << log2) - 1 >> log2);
        }
        return first;
    }

    /** The number of each run in the order of buckets; notes the runs' buckets and how many runs each round has. */
    private int[] numbers(int[] firstRun) {
        for (int bucket = 0; bucket < counts.length; bucket++) {
            for (int rest = counts[bucket]; rest > 0; rest -= 1 << log2) {
                active[Math.min(rest, 1 << log2) - 1]++;
            }
        }
        for (int round = active.length - 2; round >= 0; round--) {
            active[round] += active[round + 1];
        }
        int[] next = new int[active.length];
        System.arraycopy(active, 1, next, 0, active.length - 1);
        int[] numbers = new int[bucketOfRun.length];
        for (int bucket = 0; bucket < counts.length; bucket++) {
            for (int run = firstRun[bucket], rest = counts[bucket]; rest > 0; run++, rest -= 1 << log2) {
                numbers[run] = next[Math.min(rest, 1 << log2) - 1]++;
                bucketOfRun[numbers[run]] = bucket;
            }
        }
        return numbers;
    }

    private int[] ordered(Items items, int[] firstRun, int[] number) {
        int[] starts = new int[active.length];
        for (int round = 1; round < starts.length; round++) {
            starts[round] = starts[round - 1] + active[round - 1];
        }
        int[] next = new int[counts.length];
        int[] ordered = new int[items.count()];
        for (int item = 0; item < ordered.length; item++) {
            int bucket = items.bucket(item);
            int nth = next[bucket]++;
            int round = nth & (1 << log2) - 1;
            ordered[starts[round] + number[firstRun[bucket] + (nth >> log2)]] = items.entry(item);
        }
        return ordered;
    }

    int count() {
        return bucketOfRun.length;
    }

    int bucket(int run) {
        return bucketOfRun[run];
    }

    /** The most items of a run, some runs may have none so long. */
    int rounds() {
        return active.length;
    }

    /** How many runs have an item in a round; these are the first ones. */
    int active(int round) {
        return active[round];
    }

    /** All items, round by round, by run in each. */
    int[] entries() {
        return entries;
    }
}
