package io.cairn.proofs.curve;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums of scalar multiples: Pippenger's buckets with signed digits, filled by batches of affine additions. Points of scalar 0 are not read, points of
 * scalar 1 are summed without buckets, and small scalars of either sign have few digits. In lanes, long scalars are cut in parts for a point and its images
 * under an endomorphism ({@link ScalarParts}): there are fewer windows, with fewer buckets. Points are read in segments, so that memory does not grow with
 * their number.
 */
public final class MultiScalarMultiplication {

    /** Points of a segment. */
    static final int SEGMENT = 1 << 17;

    private final Workers workers;

    /** Works on the given threads. */
    public MultiScalarMultiplication(Workers workers) {
        this.workers = workers;
    }

    /**
     * The sum of scalar k times point {@code first + k}. Points must be in the subgroup of prime order, or the sum may be another.
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
            sums.add(new BucketSum(decoded, scalars, capacity, (workers.parallelism() + vectors.size() - 1) / vectors.size()));
        }
        for (long from = 0; from < count; from += SEGMENT) {
            progress.checkCancelled();
            int length = (int) Math.min(SEGMENT, count - from);
            new SegmentLoading(points, first + from, length, decoded, sums.stream().map(BucketSum::scalars).toList()).load(from, workers);
            workers.forEach(sums.size(), k -> sums.get(k).sort(length));
            add(sums, length, progress);
            progress.advanced(from + length, count);
        }
        return sums.stream().map(sum -> sum.total(workers)).toList();
    }

    private void add(List<BucketSum> sums, int length, Progress progress) {
        List<Runnable> parts = new ArrayList<>();
        for (BucketSum sum : sums) {
            for (int k = 0; k < sum.parts(); k++) {
                int part = k;
                parts.add(() -> sum.add(part, length));
            }
        }
        workers.forEach(parts.size(), part -> {
            progress.checkCancelled();
            parts.get(part).run();
        });
    }
}
