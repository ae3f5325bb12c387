package io.cairn.proofs.groth16;

import io.cairn.proofs.field.FqLanes;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrLanes;

/** Some levels of eight transforms, done in scratch memory: a row is one element of each. Not safe for several threads. */
final class TransformTile {

    private final long[] values;
    private final long[] factors;
    private final int levels;
    private final double[] rows;
    private final long[] words = new long[FrLanes.WORDS];
    private final double[] factor = new double[FrLanes.BLOCK];
    private int first;
    private int rowStride;
    private int laneStride;
    private int block;
    private int laneBlocks;

    /** Works on {@code values}, with twiddle factors in bit-reversed order. */
    TransformTile(long[] values, long[] factors, int levels) {
        this.values = values;
        this.factors = factors;
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
    void at(int first, int rowStride, int laneStride, int block, int laneBlocks) {
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
                loadFactor(level, k);
                int low = 2 * k * half * FrLanes.BLOCK;
                FrLanes.split(rows, low, low + half * FrLanes.BLOCK, half, factor);
            }
        }
        store();
    }

    void evaluate() {
        load();
        for (int level = levels - 1; level >= 0; level--) {
            int half = 1 << levels - 1 - level;
            for (int k = 0; k < 1 << level; k++) {
                loadFactor(level, k);
                int low = 2 * k * half * FrLanes.BLOCK;
                FrLanes.join(rows, low, low + half * FrLanes.BLOCK, half, factor);
            }
        }
        store();
    }

    /** The factors of block k of a level within the tile. */
    private void loadFactor(int level, int k) {
        for (int lane = 0; lane < FqLanes.LANES; lane++) {
            int at = Fr.LIMBS * ((block + lane * laneBlocks << level) + k);
            for (int word = 0; word < Fr.LIMBS; word++) {
                words[word * FqLanes.LANES + lane] = factors[at + word];
            }
        }
        FrLanes.unpack(factor, 0, words, 0, 1);
        FrLanes.reduce(factor, 0, 1);
    }

    private void load() {
        for (int row = 0; row < 1 << levels; row++) {
            int at = Fr.LIMBS * (first + row * rowStride);
            for (int lane = 0; lane < FqLanes.LANES; lane++, at += Fr.LIMBS * laneStride) {
                words[lane] = values[at];
                words[FqLanes.LANES + lane] = values[at + 1];
                words[2 * FqLanes.LANES + lane] = values[at + 2];
                words[3 * FqLanes.LANES + lane] = values[at + 3];
            }
            FrLanes.unpack(rows, row * FrLanes.BLOCK, words, 0, 1);
        }
    }

    private void store() {
        for (int row = 0; row < 1 << levels; row++) {
            FrLanes.pack(words, 0, rows, row * FrLanes.BLOCK, 1);
            int at = Fr.LIMBS * (first + row * rowStride);
            for (int lane = 0; lane < FqLanes.LANES; lane++, at += Fr.LIMBS * laneStride) {
                values[at] = words[lane];
                values[at + 1] = words[FqLanes.LANES + lane];
                values[at + 2] = words[2 * FqLanes.LANES + lane];
                values[at + 3] = words[3 * FqLanes.LANES + lane];
            }
        }
    }
}
