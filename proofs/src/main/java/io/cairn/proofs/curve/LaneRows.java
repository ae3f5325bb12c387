package io.cairn.proofs.curve;

import io.cairn.proofs.field.Fq;
import io.cairn.proofs.field.FqLaneWords;
import io.cairn.proofs.field.FqLanes;
import java.math.BigInteger;

/**
 * Elements of the base field between their words in memory and rows: a row is the eight limbs of one element, one behind the other, with the Montgomery
 * factor 2^408 that products in lanes keep. A row in balanced limbs goes into lanes as it is.
 */
final class LaneRows {

    /** Doubles of an element. */
    static final int ROW = FqLanes.LIMBS;

    /** A cache line less the header of an array, in doubles: large arrays begin with a line, so that rows from here on do not cross from one to the next. */
    private static final int LEAD = 6;

    private static final int WORDS_FACTOR = 64 * Fq.LIMBS;
    private static final double[] TO_ROWS = FqLaneWords.constant(powerOfTwo(2 * FqLanes.FACTOR - WORDS_FACTOR));
    private static final double[] TO_WORDS = FqLaneWords.constant(powerOfTwo(WORDS_FACTOR));

    private final double[] block = new double[FqLanes.BLOCK];
    private final long[] words = new long[FqLaneWords.BLOCK];

    private static BigInteger powerOfTwo(int exponent) {
        return BigInteger.ONE.shiftLeft(exponent).mod(Fq.MODULUS);
    }

    /** An element as a block of {@link FqLanes}' products. */
    static double[] constant(long[] element, int at) {
        return FqLaneWords.constant(Fq.toBigInteger(element, at).multiply(powerOfTwo(FqLanes.FACTOR)).mod(Fq.MODULUS));
    }

    /** Where a point begins in an array of points. */
    static int start(Curve curve, int point) {
        return LEAD + point * doubles(curve);
    }

    /** Doubles of a point. */
    static int doubles(Curve curve) {
        return curve.affineLimbs() / Fq.LIMBS * ROW;
    }

    /** Rows of so many elements. */
    void toRows(double[] rows, int o, long[] elements, int i, int count) {
        for (int first = 0; first < count; first += FqLanes.LANES) {
            int lanes = Math.min(FqLanes.LANES, count - first);
            for (int lane = 0; lane < lanes; lane++) {
                for (int k = 0; k < Fq.LIMBS; k++) {
                    words[k * FqLanes.LANES + lane] = elements[i + (first + lane) * Fq.LIMBS + k];
                }
            }
            FqLaneWords.unpack(block, 0, words, 0, 1);
            FqLanes.mul(block, 0, block, 0, TO_ROWS, 0, 1);
            for (int lane = 0; lane < lanes; lane++) {
                get(block, 0, lane, rows, o + (first + lane) * ROW);
            }
        }
    }

    /** The elements of so many rows of any limbs whose products are below 2^102 with balanced ones. */
    void toWords(long[] elements, int o, double[] rows, int i, int count) {
        for (int first = 0; first < count; first += FqLanes.LANES) {
            int lanes = Math.min(FqLanes.LANES, count - first);
            for (int lane = 0; lane < lanes; lane++) {
                put(block, 0, lane, rows, i + (first + lane) * ROW);
            }
            FqLanes.mul(block, 0, block, 0, TO_WORDS, 0, 1);
            FqLaneWords.pack(words, 0, block, 0, 1);
            for (int lane = 0; lane < lanes; lane++) {
                for (int k = 0; k < Fq.LIMBS; k++) {
                    elements[o + (first + lane) * Fq.LIMBS + k] = words[k * FqLanes.LANES + lane];
                }
            }
        }
    }

    /** Reads the row of lane {@code lane}, counted from the block at {@code first}. */
    static void get(double[] blocks, int first, int lane, double[] rows, int row) {
        int from = first + lane / FqLanes.LANES * FqLanes.BLOCK + lane % FqLanes.LANES;
        for (int k = 0; k < ROW; k++) {
            rows[row + k] = blocks[from + k * FqLanes.LANES];
        }
    }

    /** Writes a row into lane {@code lane}. */
    static void put(double[] blocks, int first, int lane, double[] rows, int row) {
        int to = first + lane / FqLanes.LANES * FqLanes.BLOCK + lane % FqLanes.LANES;
        for (int k = 0; k < ROW; k++) {
            blocks[to + k * FqLanes.LANES] = rows[row + k];
        }
    }
}
