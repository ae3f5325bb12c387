package io.cairn.proofs.groth16;

import io.cairn.proofs.Progress;
import io.cairn.proofs.Shares;
import io.cairn.proofs.Workers;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;

/** One butterfly after the other: block b of a level, counted from the coarsest, has the one twiddle factor root^(reversed b). */
final class ScalarTransforms implements Transforms {

    private static final int BLOCK_LOG2 = 12;

    private final int log2;
    private final Workers workers;
    private final long[] twiddles;
    private final long[] inverseTwiddles;

    ScalarTransforms(int log2, Scalar root, Workers workers) {
        this.log2 = log2;
        this.workers = workers;
        this.twiddles = Twiddles.table(log2, root, Scalar.ONE, workers);
        this.inverseTwiddles = Twiddles.table(log2, root.inverted(), Scalar.ONE, workers);
    }

    private int size() {
        return 1 << log2;
    }

    @Override
    public void interpolate(long[] values, Progress progress) {
        Shares levels = new Shares(progress, log2 * Shares.FINE);
        for (int level = 0; level < sharedLevels(); level++) {
            int half = size() >> level + 1;
            forBlocks(1 << level, half, levels.next(Shares.FINE), (block, begin, end) -> splitRange(values, block * 2 * half, half, block, begin, end));
        }
        int blocks = 1 << sharedLevels();
        workers.forEach(blocks, levels.next((log2 - sharedLevels()) * Shares.FINE), block -> split(values, block * (size() / blocks), size() / blocks, block));
    }

    @Override
    public void evaluate(long[] coefficients, Progress progress) {
        Shares levels = new Shares(progress, log2 * Shares.FINE);
        int blocks = 1 << sharedLevels();
        workers.forEach(blocks, levels.next((log2 - sharedLevels()) * Shares.FINE), block -> join(coefficients, block * (size() / blocks), size() / blocks, block));
        for (int level = sharedLevels() - 1; level >= 0; level--) {
            int half = size() >> level + 1;
            forBlocks(1 << level, half, levels.next(Shares.FINE), (block, begin, end) -> joinRange(coefficients, block * 2 * half, half, block, begin, end));
        }
    }

    @Override
    public void scale(long[] coefficients, Scalar factor, Scalar base) {
        int count = parts(size());
        workers.forEach(count, part -> {
            long[] power = new long[Fr.LIMBS];
            long[] step = new long[Fr.LIMBS];
            base.copyTo(step, 0);
            factor.times(base.power(from(part, size()))).copyTo(power, 0);
            for (int i = from(part, size()); i < from(part + 1, size()); i++) {
                int at = Fr.LIMBS * Domain.reversed(i, log2);
                Fr.mul(coefficients, at, coefficients, at, power, 0);
                Fr.mul(power, 0, power, 0, step, 0);
            }
        });
    }

    private interface BlockRange {
        void apply(int block, int begin, int end);
    }

    /** Spreads the butterflies of large blocks over the workers. */
    private void forBlocks(int blocks, int half, Progress progress, BlockRange range) {
        int parts = parts(half);
        workers.forEach(blocks * parts, progress, task -> range.apply(task / parts, from(task % parts, half), from(task % parts + 1, half)));
    }

    private int parts(int length) {
        return length < 1 << BLOCK_LOG2 ? 1 : 4 * workers.parallelism();
    }

    private int from(int part, int length) {
        return (int) ((long) length * part / parts(length));
    }

    /** Levels on which there are too few blocks to give each worker some. */
    private int sharedLevels() {
        int enough = 32 - Integer.numberOfLeadingZeros(4 * workers.parallelism());
        return log2 <= BLOCK_LOG2 ? 0 : Math.min(enough, log2 - BLOCK_LOG2);
    }

    private void split(long[] values, int at, int length, int block) {
        if (length == 1) {
            return;
        }
        splitRange(values, at, length / 2, block, 0, length / 2);
        split(values, at, length / 2, 2 * block);
        split(values, at + length / 2, length / 2, 2 * block + 1);
    }

    private void splitRange(long[] values, int at, int half, int block, int begin, int end) {
        long[] product = new long[Fr.LIMBS];
        for (int k = begin; k < end; k++) {
            int low = Fr.LIMBS * (at + k);
            int high = Fr.LIMBS * (at + half + k);
            Fr.mul(product, 0, values, high, inverseTwiddles, Fr.LIMBS * block);
            Fr.sub(values, high, values, low, product, 0);
            Fr.add(values, low, values, low, product, 0);
        }
    }

    private void join(long[] values, int at, int length, int block) {
        if (length == 1) {
            return;
        }
        join(values, at, length / 2, 2 * block);
        join(values, at + length / 2, length / 2, 2 * block + 1);
        joinRange(values, at, length / 2, block, 0, length / 2);
    }

    private void joinRange(long[] values, int at, int half, int block, int begin, int end) {
        long[] difference = new long[Fr.LIMBS];
        for (int k = begin; k < end; k++) {
            int low = Fr.LIMBS * (at + k);
            int high = Fr.LIMBS * (at + half + k);
            Fr.sub(difference, 0, values, low, values, high);
            Fr.add(values, low, values, low, values, high);
            Fr.mul(values, high, difference, 0, twiddles, Fr.LIMBS * block);
        }
    }
}
