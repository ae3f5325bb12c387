package io.cairn.proofs.curve;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums of scalar multiples: Pippenger's buckets with signed digits, filled by batches of affine additions. Points of scalar 0 are not read, points of
 * scalar 1 are summed without buckets, and small scalars of either sign have few digits. Points are read in segments, so that memory does not grow with
 * their number.
 */
public final class MultiScalarMultiplication {

    private static final int SEGMENT = 1 << 17;
    /** Points decoded at a time. */
    private static final int PART = 1 << 10;

    private final Workers workers;

    /** Works on the given threads. */
    public MultiScalarMultiplication(Workers workers) {
        this.workers = workers;
    }

    /**
     * The sum of scalar k times point {@code first + k}.
     *
     * @param progress counts scalars
     * @throws IllegalArgumentException if there are fewer points than scalars
     */
    public Point sum(Points points, long first, Scalars scalars, Progress progress) {
        return sums(points, first, List.of(scalars), progress).getFirst();
    }

    /**
     * Several such sums over the same points, which are decoded once for all. Each sum takes memory for its buckets: at most 80 MB in G1, twice that in G2.
     *
     * @param progress counts points
     * @throws IllegalArgumentException if there are fewer points than scalars of a sum
     */
    public List<Point> sums(Points points, long first, List<Scalars> vectors, Progress progress) {
        long count = 0;
        for (Scalars scalars : vectors) {
            if (points.count() - first < scalars.count()) {
                throw new IllegalArgumentException(scalars.count() + " scalars for " + (points.count() - first) + " points");
            }
            count = Math.max(count, scalars.count());
        }
        int capacity = (int) Math.min(SEGMENT, Math.max(1, count));
        SegmentPoints decoded = SegmentPoints.of(points.curve(), capacity);
        List<BucketSum> sums = new ArrayList<>();
        for (Scalars scalars : vectors) {
            sums.add(new BucketSum(decoded, scalars, capacity, workers.parallelism()));
        }
        for (long from = 0; from < count; from += SEGMENT) {
            progress.checkCancelled();
            int length = (int) Math.min(SEGMENT, count - from);
            load(points, first, from, length, decoded, sums);
            workers.forEach(sums.size(), k -> sums.get(k).sort(length));
            add(sums, length, progress);
            progress.advanced(from + length, count);
        }
        return sums.stream().map(sum -> sum.total(workers)).toList();
    }

    private void load(Points points, long first, long from, int length, SegmentPoints decoded, List<BucketSum> sums) {
        workers.forEach((length + PART - 1) / PART, part -> {
            int begin = part * PART;
            int end = Math.min(length, begin + PART);
            int[] places = new int[end - begin];
            int needed = needed(from, begin, end, sums, places);
            long[] numbers = new long[needed];
            for (int k = 0; k < needed; k++) {
                numbers[k] = first + from + places[k];
            }
            long[] affine = new long[needed * points.curve().affineLimbs()];
            points.get(numbers, needed, affine);
            decoded.set(places, needed, affine);
            for (int k = 0; k < needed; k++) {
                if (points.curve().isAffineInfinity(affine, k * points.curve().affineLimbs())) {
                    int infinite = places[k];
                    sums.forEach(sum -> sum.scalars().setZero(infinite));
                }
            }
        });
    }

    /** Takes a part's scalars; answers how many have a point that is to be read, and their places: the others are zero in every sum. */
    private static int needed(long from, int begin, int end, List<BucketSum> sums, int[] places) {
        int needed = 0;
        for (int k = begin; k < end; k++) {
            boolean any = false;
            for (BucketSum sum : sums) {
                any |= sum.scalars().set(k, from + k);
            }
            if (any) {
                places[needed++] = k;
            }
        }
        return needed;
    }

    private void add(List<BucketSum> sums, int length, Progress progress) {
        List<Runnable> parts = new ArrayList<>();
        for (BucketSum sum : sums) {
            for (int k = 0; k < sum.groups(); k++) {
                int group = k;
                parts.add(() -> sum.add(group, length));
            }
        }
        workers.forEach(parts.size(), part -> {
            progress.checkCancelled();
            parts.get(part).run();
        });
    }
}
