package io.cairn.proofs.groth16;

import io.cairn.proofs.field.FqLanes;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.FrLaneWords;
import io.cairn.proofs.field.FrLanes;
import io.cairn.proofs.field.FrVector;
import io.cairn.proofs.field.Scalar;

/**
 * Multiplies the coefficient of x^i by factor * base^i, eight at a time. Coefficients stand in bit-reversed order, where the power of place i | j is the product
 * of those of i and j: the lower bits' powers make one table for all parts, the upper bits' one factor for each part.
 */
final class PowerScale {

    private static final int PART_LOG2 = 10;

    private final FrVector coefficients;
    private final int log2;
    private final int partLog2;
    private final Scalar factor;
    private final Scalar base;
    private final double[] lower;

    PowerScale(FrVector coefficients, int log2, Scalar factor, Scalar base) {
        this.coefficients = coefficients;
        this.log2 = log2;
        this.partLog2 = Math.min(PART_LOG2, log2);
        this.factor = factor.times(Scalar.of(4).inverted()); // Two products in lanes, each of which loses 2^255 instead of 2^256.
        this.base = base;
        this.lower = new double[FrLanes.BLOCK << partLog2 - 3];
        long[] words = new long[FrLaneWords.BLOCK];
        for (int block = 0; block < 1 << partLog2 - 3; block++) {
            for (int lane = 0; lane < FqLanes.LANES; lane++) {
                spread(words, lane, base.power(Domain.reversed(FqLanes.LANES * block + lane, log2)));
            }
            FrLaneWords.unpack(lower, block * FrLanes.BLOCK, words, 0, 1);
            FrLanes.reduce(lower, block * FrLanes.BLOCK, 1);
        }
    }

    private static void spread(long[] words, int lane, Scalar value) {
        long[] limbs = new long[Fr.LIMBS];
        value.copyTo(limbs, 0);
        for (int word = 0; word < Fr.LIMBS; word++) {
            words[word * FqLanes.LANES + lane] = limbs[word];
        }
    }

    long parts() {
        return 1L << log2 - partLog2;
    }

    void apply(long part) {
        long[] words = new long[FrLaneWords.BLOCK];
        double[] upper = new double[FrLanes.BLOCK];
        double[] values = new double[FrLanes.BLOCK];
        Scalar power = factor.times(base.power(Domain.reversed(part << partLog2, log2)));
        for (int lane = 0; lane < FqLanes.LANES; lane++) {
            spread(words, lane, power);
        }
        FrLaneWords.unpack(upper, 0, words, 0, 1);
        FrLanes.reduce(upper, 0, 1);
        for (int block = 0; block < 1 << partLog2 - 3; block++) {
            long first = (part << partLog2) + FqLanes.LANES * block;
            coefficients.getLanes(first, 1, words);
            FrLaneWords.unpack(values, 0, words, 0, 1);
            FrLanes.mul(values, 0, lower, block * FrLanes.BLOCK, 1);
            FrLanes.mul(values, 0, upper, 0, 1);
            FrLaneWords.pack(words, 0, values, 0, 1);
            coefficients.putLanes(first, 1, words);
        }
    }
}
