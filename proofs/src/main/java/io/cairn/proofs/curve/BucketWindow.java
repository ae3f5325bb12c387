package io.cairn.proofs.curve;

/** The buckets of one window, numbered from 1: bucket d sums the points whose digit is d, less those whose digit is -d. */
final class BucketWindow {

    private static final int BATCH = 1024;
    /** Buckets from which on they are summed in chunks. */
    private static final int LARGE = 128;

    private final Curve curve;
    private final int size;
    private final long[] buckets;

    BucketWindow(Curve curve, int size) {
        this.curve = curve;
        this.size = size;
        this.buckets = new long[size * curve.affineLimbs()];
    }

    /** Adds point k to the bucket of its digit; a digit 0 leaves it out. The points of a bucket are summed in pairs, round after round. */
    void add(long[] points, int[] digits) {
        int[] starts = starts(digits);
        int total = starts[size];
        if (total == 0) {
            return;
        }
        int[] sorted = sorted(digits, starts.clone(), total);
        AffineAdder adder = AffineAdder.of(curve, BATCH);
        long[] sums = new long[firstRoundSums(starts) * curve.affineLimbs()];
        int[] lengths = firstRound(adder, points, sums, sorted, starts);
        adder.over(sums, sums, sums);
        for (int longest = longest(lengths); longest > 1; longest = (longest + 1) / 2) {
            halve(adder, sums, lengths);
        }
        adder.over(buckets, sums, buckets);
        for (int bucket = 0, at = 0; bucket < size; bucket++) {
            if (lengths[bucket] == 1) {
                adder.add(bucket << 1, at++ << 1, bucket);
            }
        }
        adder.flush();
    }

    /** Where each bucket's points begin when sorted; one entry more for the end. */
    private int[] starts(int[] digits) {
        int[] starts = new int[size + 1];
        for (int digit : digits) {
            if (digit != 0) {
                starts[Math.abs(digit)]++;
            }
        }
        for (int bucket = 1; bucket <= size; bucket++) {
            starts[bucket] += starts[bucket - 1];
        }
        return starts;
    }

    private static int[] sorted(int[] digits, int[] next, int total) {
        int[] sorted = new int[total];
        for (int k = 0; k < digits.length; k++) {
            if (digits[k] != 0) {
                sorted[next[Math.abs(digits[k]) - 1]++] = k << 1 | (digits[k] < 0 ? 1 : 0);
            }
        }
        return sorted;
    }

    private int firstRoundSums(int[] starts) {
        int sums = 0;
        for (int bucket = 0; bucket < size; bucket++) {
            sums += (starts[bucket + 1] - starts[bucket] + 1) / 2;
        }
        return sums;
    }

    /** Sums the points of each bucket in pairs; answers how many sums each bucket has. */
    private int[] firstRound(AffineAdder adder, long[] points, long[] sums, int[] sorted, int[] starts) {
        int[] lengths = new int[size];
        adder.over(points, points, sums);
        int n = curve.field().limbs();
        int to = 0;
        for (int bucket = 0; bucket < size; bucket++) {
            int end = starts[bucket + 1];
            for (int at = starts[bucket]; at < end; at += 2) {
                if (at + 1 < end) {
                    adder.add(sorted[at], sorted[at + 1], to++);
                } else {
                    copySigned(points, sorted[at], sums, to++ * 2 * n);
                }
            }
            lengths[bucket] = (end - starts[bucket] + 1) / 2;
        }
        adder.flush();
        return lengths;
    }

    private void copySigned(long[] points, int signed, long[] sums, int to) {
        int from = (signed >>> 1) * curve.affineLimbs();
        if ((signed & 1) == 0) {
            System.arraycopy(points, from, sums, to, curve.affineLimbs());
        } else {
            curve.negateAffine(sums, to, points, from);
        }
    }

    private static int longest(int[] lengths) {
        int longest = 0;
        for (int length : lengths) {
            longest = Math.max(longest, length);
        }
        return longest;
    }

    /** Halves the number of sums of each bucket, moving all to the front. */
    private void halve(AffineAdder adder, long[] sums, int[] lengths) {
        int from = 0;
        int to = 0;
        for (int bucket = 0; bucket < size; bucket++) {
            int end = from + lengths[bucket];
            lengths[bucket] = (lengths[bucket] + 1) / 2;
            for (; from < end; from += 2) {
                if (from + 1 < end) {
                    adder.add(from << 1, from + 1 << 1, to++);
                } else {
                    adder.keep(from, to++);
                }
            }
            from = end;
        }
        adder.flush();
    }

    /** Adds a bucket, numbered from 0 here, to a Jacobian point. */
    void addBucketTo(long[] total, int bucket) {
        curve.addMixed(total, 0, total, 0, buckets, bucket * curve.affineLimbs());
    }

    /** The Jacobian sum of d times bucket d. */
    long[] weightedSum() {
        return size < LARGE ? WeightedSums.of(curve, buckets, size) : WeightedSums.inChunks(curve, buckets, size, AffineAdder.of(curve, BATCH));
    }
}
