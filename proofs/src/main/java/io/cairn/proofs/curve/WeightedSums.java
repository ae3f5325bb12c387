package io.cairn.proofs.curve;

/** Sums of affine points, each as many times as its number, counted from 1. */
final class WeightedSums {

    private static final int BATCH = 1024;
    /** Points from which on they are summed in chunks. */
    private static final int LARGE = 128;

    private WeightedSums() {
    }

    /** The Jacobian sum of d times point {@code first + d - 1}, for d from 1 to {@code count}, a power of two. */
    static long[] of(Curve curve, long[] points, int first, int count) {
        return count < LARGE ? oneByOne(curve, points, first, count) : inChunks(curve, points, first, count, AffineAdder.of(curve, BATCH));
    }

    /** From the last point down, a running sum is added to the total as it grows. */
    private static long[] oneByOne(Curve curve, long[] points, int first, int count) {
        long[] running = new long[curve.jacobianLimbs()];
        long[] total = new long[curve.jacobianLimbs()];
        for (int point = count - 1; point >= 0; point--) {
            curve.addMixed(running, 0, running, 0, points, (first + point) * curve.affineLimbs());
            curve.add(total, 0, total, 0, running, 0);
        }
        return total;
    }

    /** The same by chunks of neighbours, a step of all chunks at a time: point i of chunk j counts j * length times and another i times, from 1. */
    private static long[] inChunks(Curve curve, long[] points, int first, int count, AffineAdder adder) {
        int chunks = chunks(count);
        int length = count / chunks;
        long[] running = new long[chunks * curve.affineLimbs()];
        long[] totals = new long[chunks * curve.affineLimbs()];
        for (int step = length - 1; step >= 0; step--) {
            adder.over(running, points, running);
            for (int chunk = 0; chunk < chunks; chunk++) {
                adder.add(chunk << 1, first + chunk * length + step << 1, chunk);
            }
            adder.flush();
            adder.over(totals, running, totals);
            for (int chunk = 0; chunk < chunks; chunk++) {
                adder.add(chunk << 1, chunk << 1, chunk);
            }
            adder.flush();
        }
        long[] sum = withoutFirst(curve, running);
        for (int k = 1; k < length; k *= 2) {
            curve.twice(sum, 0, sum, 0);
        }
        for (int chunk = 0; chunk < chunks; chunk++) {
            curve.addMixed(sum, 0, sum, 0, totals, chunk * curve.affineLimbs());
        }
        return sum;
    }

    /** Few chunks make many steps, each with an inversion; many chunks leave much to be summed up one by one at the end. */
    private static int chunks(int count) {
        return 1 << (Integer.numberOfTrailingZeros(count) + 3) / 2;
    }

    /** The sum of j times chunk j, counted from 0. */
    private static long[] withoutFirst(Curve curve, long[] chunks) {
        return oneByOne(curve, chunks, 1, chunks.length / curve.affineLimbs() - 1);
    }
}
