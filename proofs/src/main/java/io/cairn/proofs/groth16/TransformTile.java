package io.cairn.proofs.groth16;

import io.cairn.proofs.field.FrButterflies;
import io.cairn.proofs.field.FrLaneWords;
import io.cairn.proofs.field.FrLanes;
import io.cairn.proofs.field.FrVector;

/** Some levels of eight transforms, done in scratch memory: a row is one element of each. Not safe for several threads. */
final class TransformTile {

    private final FrVector values;
    private final Twiddles twiddles;
    private final int levels;
    private final double[] rows;
    private final long[] words = new long[FrLaneWords.BLOCK];
    private final double[] factor = new double[FrLanes.BLOCK];
    private long first;
    private long rowStride;
    private long laneStride;
    private long block;
    private int laneBlocks;

    /** Works on {@code values}, with those twiddle factors. */
    TransformTile(FrVector values, Twiddles twiddles, int levels) {
        this.values = values;
        this.twiddles = twiddles;
        this.levels = levels;
        this.rows = new double[FrLanes.BLOCK << levels];
    }

    /**
     * Says where the tile stands.
     *
     * @param first      element of row 0 and lane 0
     * @param rowStride  elements from row to row
     * @param laneStride elements from lane to lane
     * @param block      block of lane 0 on the tile's first level
     * @param laneBlocks blocks from lane to lane: 1 or, if all lanes are in the same, 0
     */
    void at(long first, long rowStride, long laneStride, long block, int laneBlocks) {
        this.first = first;
        this.rowStride = rowStride;
        this.laneStride = laneStride;
        this.block = block;
        this.laneBlocks = laneBlocks;
    }

    void interpolate() {
        load();
        for (int level = 0; level < levels; level++) {
            int half = 1 << levels - 1 - level;
            for (int k = 0; k < 1 << level; k++) {
                twiddles.inverseLanes((block << level) + k, (long) laneBlocks << level, words, factor);
                int low = 2 * k * half * FrLanes.BLOCK;
                FrButterflies.split(rows, low, low + half * FrLanes.BLOCK, half, factor);
            }
        }
        store();
    }

    void evaluate() {
        load();
        for (int level = levels - 1; level >= 0; level--) {
            int half = 1 << levels - 1 - level;
            for (int k = 0; k < 1 << level; k++) {
                twiddles.getLanes((block << level) + k, (long) laneBlocks << level, words, factor);
                int low = 2 * k * half * FrLanes.BLOCK;
                FrButterflies.join(rows, low, low + half * FrLanes.BLOCK, half, factor);
            }
        }
        store();
    }

    private void load() {
        for (int row = 0; row < 1 << levels; row++) {
            values.getLanes(first + row * rowStride, laneStride, words);
            FrLaneWords.unpack(rows, row * FrLanes.BLOCK, words, 0, 1);
        }
    }

    private void store() {
        for (int row = 0; row < 1 << levels; row++) {
            FrLaneWords.pack(words, 0, rows, row * FrLanes.BLOCK, 1);
            values.putLanes(first + row * rowStride, laneStride, words);
        }
    }
}
