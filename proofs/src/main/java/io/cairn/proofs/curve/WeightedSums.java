package io.cairn.proofs.curve;

/** Sums of affine points, each as many times as its number, counted from 1. */
final class WeightedSums {

    private WeightedSums() {
    }

    /** The Jacobian sum: from the last point down, a running sum is added to the total as it grows. */
    static long[] of(Curve curve, long[] points, int count) {
        long[] running = new long[curve.jacobianLimbs()];
        long[] total = new long[curve.jacobianLimbs()];
        for (int point = count - 1; point >= 0; point--) {
            curve.addMixed(running, 0, running, 0, points, point * curve.affineLimbs());
            curve.add(total, 0, total, 0, running, 0);
        }
        return total;
    }

    /**
     * The same by chunks of neighbours, a step of all chunks at a time: point i of chunk j counts j * length times and another i times, from 1.
     *
     * @param count a power of two, at least 8
     */
    static long[] inChunks(Curve curve, long[] points, int count, AffineAdder adder) {
        int chunks = chunks(count);
        int length = count / chunks;
        long[] running = new long[chunks * curve.affineLimbs()];
        long[] totals = new long[chunks * curve.affineLimbs()];
        for (int step = length - 1; step >= 0; step--) {
            adder.over(running, points, running);
            for (int chunk = 0; chunk < chunks; chunk++) {
                adder.add(chunk << 1, chunk * length + step << 1, chunk);
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
        long[] shifted = new long[chunks.length - curve.affineLimbs()];
        System.arraycopy(chunks, curve.affineLimbs(), shifted, 0, shifted.length);
        return of(curve, shifted, chunks.length / curve.affineLimbs() - 1);
    }
}
