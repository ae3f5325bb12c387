package io.cairn.proofs.groth16;

import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Shares;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.FqLanes;
import io.cairn.proofs.field.FrVector;
import io.cairn.proofs.field.Scalar;
import java.lang.foreign.Arena;

/**
 * Eight transforms at a time, in tiles that fit a core's cache. The levels are cut into passes; a pass of m levels that begins at level l handles tiles of 2^m
 * rows by 8 lanes. In all passes but the last the lanes are neighbours of one block, with the block's twiddle factors in common; in the last they are
 * eight neighbouring blocks.
 */
final class VectorTransforms implements Transforms {

    /** The smallest domain that splits into passes of at least {@link #FEWEST_LEVELS}. */
    static final int SMALLEST_LOG2 = 6;

    private static final int FEWEST_LEVELS = 3;
    private static final int MOST_LEVELS = 10;
    private static final Scalar HALF = Scalar.of(2).inverted();

    private final int log2;
    private final Workers workers;
    /** Twiddle factors, halved: Montgomery's factor is 2^256 in memory, 2^255 in lanes. */
    private final Twiddles twiddles;
    /** The level that each pass begins at, and their number. */
    private final int[] begins;

    VectorTransforms(int log2, Scalar root, Workers workers, Arena arena) {
        this.log2 = log2;
        this.workers = workers;
        this.twiddles = new Twiddles(log2, root, HALF, workers, arena);
        int passes = Math.max(2, (log2 + MOST_LEVELS - 1) / MOST_LEVELS);
        this.begins = new int[passes + 1];
        for (int pass = 0; pass <= passes; pass++) {
            begins[pass] = log2 * pass / passes;
        }
        if (log2 < SMALLEST_LOG2 || log2 - begins[passes - 1] < FEWEST_LEVELS) {
            throw new IllegalArgumentException("domain of 2^" + log2 + " points, expected at least 2^" + SMALLEST_LOG2);
        }
    }

    @Override
    public void interpolate(FrVector values, Progress progress) {
        Shares shares = new Shares(progress, log2 * Shares.FINE);
        for (int pass = 0; pass < begins.length - 1; pass++) {
            run(values, pass, true, shares);
        }
    }

    @Override
    public void evaluate(FrVector coefficients, Progress progress) {
        Shares shares = new Shares(progress, log2 * Shares.FINE);
        for (int pass = begins.length - 2; pass >= 0; pass--) {
            run(coefficients, pass, false, shares);
        }
    }

    private void run(FrVector values, int pass, boolean interpolate, Shares shares) {
        int begin = begins[pass];
        int levels = begins[pass + 1] - begin;
        long tiles = 1L << log2 - levels - 3;
        long grain = Math.max(1, Math.min(tiles / (8L * workers.parallelism()), 1 << Math.max(0, 14 - levels - 3)));
        workers.forEachRange(tiles, grain, shares.next(levels * Shares.FINE), (from, to) -> {
            TransformTile tile = new TransformTile(values, twiddles, levels);
            for (long number = from; number < to; number++) {
                ProofDispatcher.giveWay(); // Until Java has compiled them, a few tiles take a hundred milliseconds.
                place(tile, number, begin, levels);
                if (interpolate) {
                    tile.interpolate();
                } else {
                    tile.evaluate();
                }
            }
        });
    }

    private void place(TransformTile tile, long number, int begin, int levels) {
        long stride = 1L << log2 - begin - levels;
        if (stride == 1) {
            long block = number * FqLanes.LANES;
            tile.at(block << levels, 1, 1 << levels, block, 1);
        } else {
            long groups = stride / FqLanes.LANES;
            long block = number / groups;
            tile.at((block << log2 - begin) + number % groups * FqLanes.LANES, stride, 1, block, 0);
        }
    }

    @Override
    public void scale(FrVector coefficients, Scalar factor, Scalar base) {
        PowerScale scale = new PowerScale(coefficients, log2, factor, base);
        workers.forEachRange(scale.parts(), 1, Progress.NONE, (from, to) -> {
            for (long part = from; part < to; part++) {
                scale.apply(part);
            }
        });
    }
}
