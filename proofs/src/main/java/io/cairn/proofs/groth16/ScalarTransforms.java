package io.cairn.proofs.groth16;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Shares;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrVector;
import io.cairn.proofs.field.Scalar;
import java.lang.foreign.Arena;

/**
 * One butterfly after the other: block b of a level, counted from the coarsest, has the one twiddle factor root^(reversed b). Blocks that are small enough are
 * transformed in an array of the heap, larger ones run by run.
 */
final class ScalarTransforms implements Transforms {

    private static final int BLOCK_LOG2 = 12;
    private static final int RUN = 1 << 9;

    private final int log2;
    private final Workers workers;
    private final Twiddles twiddles;

    ScalarTransforms(int log2, Scalar root, Workers workers, Arena arena) {
        this.log2 = log2;
        this.workers = workers;
        this.twiddles = new Twiddles(log2, root, Scalar.ONE, workers, arena);
    }

    private long size() {
        return 1L << log2;
    }

    @Override
    public void interpolate(FrVector values, Progress progress) {
        Shares levels = new Shares(progress, log2 * Shares.FINE);
        for (int level = 0; level < largeLevels(); level++) {
            long half = size() >> level + 1;
            forRuns(half, levels.next(Shares.FINE), (block, low, high) -> splitRun(values, low, high, block));
        }
        forBlocks(values, levels.next((log2 - largeLevels()) * Shares.FINE), (block, number) -> split(block, 0, block.length / Fr.LIMBS, number));
    }

    @Override
    public void evaluate(FrVector coefficients, Progress progress) {
        Shares levels = new Shares(progress, log2 * Shares.FINE);
        forBlocks(coefficients, levels.next((log2 - largeLevels()) * Shares.FINE), (block, number) -> join(block, 0, block.length / Fr.LIMBS, number));
        for (int level = largeLevels() - 1; level >= 0; level--) {
            long half = size() >> level + 1;
            forRuns(half, levels.next(Shares.FINE), (block, low, high) -> joinRun(coefficients, low, high, block));
        }
    }

    @Override
    public void scale(FrVector coefficients, Scalar factor, Scalar base) {
        workers.forEachRange(size(), Math.max(RUN, size() / (4L * workers.parallelism())), Progress.NONE, (from, to) -> {
            long[] power = new long[Fr.LIMBS];
            long[] step = new long[Fr.LIMBS];
            long[] value = new long[Fr.LIMBS];
            base.copyTo(step, 0);
            factor.times(base.power(from)).copyTo(power, 0);
            for (long i = from; i < to; i++) {
                long at = Domain.reversed(i, log2);
                coefficients.get(at, value, 0);
                Fr.mul(value, 0, value, 0, power, 0);
                coefficients.put(at, value, 0);
                Fr.mul(power, 0, power, 0, step, 0);
            }
        });
    }

    /** Levels whose blocks do not fit into an array. */
    private int largeLevels() {
        return Math.max(0, log2 - BLOCK_LOG2);
    }

    private interface Run {
        void apply(long block, long low, long high);
    }

    private interface Block {
        void apply(long[] elements, long number);
    }

    /** The butterflies of a level of large blocks, {@link #RUN} at a time. */
    private void forRuns(long half, Progress progress, Run run) {
        long runs = half / RUN;
        workers.forEachRange(size() / 2 / RUN, 4, progress, (from, to) -> {
            for (long number = from; number < to; number++) {
                long block = number / runs;
                long low = 2 * half * block + number % runs * RUN;
                run.apply(block, low, low + half);
            }
        });
    }

    private void forBlocks(FrVector values, Progress progress, Block transform) {
        long blocks = 1L << largeLevels();
        int length = (int) (size() / blocks);
        workers.forEachRange(blocks, 1, progress, (from, to) -> {
            long[] block = new long[Fr.LIMBS * length];
            values.get(from * length, length, block, 0);
            transform.apply(block, from);
            values.put(from * length, length, block, 0);
        });
    }

    private void splitRun(FrVector values, long low, long high, long block) {
        long[] run = new long[2 * Fr.LIMBS * RUN];
        values.get(low, RUN, run, 0);
        values.get(high, RUN, run, Fr.LIMBS * RUN);
        splitHalves(run, 0, RUN, block);
        values.put(low, RUN, run, 0);
        values.put(high, RUN, run, Fr.LIMBS * RUN);
    }

    private void split(long[] values, int at, int length, long block) {
        if (length == 1) {
            return;
        }
        splitHalves(values, at, length / 2, block);
        split(values, at, length / 2, 2 * block);
        split(values, at + length / 2, length / 2, 2 * block + 1);
    }

    private void splitHalves(long[] values, int at, int half, long block) {
        long[] product = new long[Fr.LIMBS];
        long[] factor = new long[Fr.LIMBS];
        twiddles.inverse(block, factor);
        for (int k = 0; k < half; k++) {
            int low = Fr.LIMBS * (at + k);
            int high = Fr.LIMBS * (at + half + k);
            Fr.mul(product, 0, values, high, factor, 0);
            Fr.sub(values, high, values, low, product, 0);
            Fr.add(values, low, values, low, product, 0);
        }
    }

    private void joinRun(FrVector values, long low, long high, long block) {
        long[] run = new long[2 * Fr.LIMBS * RUN];
        values.get(low, RUN, run, 0);
        values.get(high, RUN, run, Fr.LIMBS * RUN);
        joinHalves(run, 0, RUN, block);
        values.put(low, RUN, run, 0);
        values.put(high, RUN, run, Fr.LIMBS * RUN);
    }

    private void join(long[] values, int at, int length, long block) {
        if (length == 1) {
            return;
        }
        join(values, at, length / 2, 2 * block);
        join(values, at + length / 2, length / 2, 2 * block + 1);
        joinHalves(values, at, length / 2, block);
    }

    private void joinHalves(long[] values, int at, int half, long block) {
        long[] difference = new long[Fr.LIMBS];
        long[] factor = new long[Fr.LIMBS];
        twiddles.get(block, factor);
        for (int k = 0; k < half; k++) {
            int low = Fr.LIMBS * (at + k);
            int high = Fr.LIMBS * (at + half + k);
            Fr.sub(difference, 0, values, low, values, high);
            Fr.add(values, low, values, low, values, high);
            Fr.mul(values, high, difference, 0, factor, 0);
        }
    }
}
