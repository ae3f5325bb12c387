package io.cairn.proofs.field;

import java.math.BigInteger;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Between the limbs of {@link FqLanes} and those of {@link Fq}: eight elements at a time, word k of element e at 8 k + e of {@value #BLOCK} longs. */
public final class FqLaneWords {

    /** Longs of a block. */
    public static final int BLOCK = FqLanes.LANES * Fq.LIMBS;

    private static final long[] P = limbs(Fq.MODULUS);
    private static final long[] TWO_P = limbs(Fq.MODULUS.shiftLeft(1));
    private static final long[] FOUR_P = limbs(Fq.MODULUS.shiftLeft(2));
    private static final double PER_LIMB = 0x1p-51;
    private static final double LIMB = 0x1p51;

    private FqLaneWords() {
    }

    private static long[] limbs(BigInteger value) {
        long[] out = new long[FqLanes.LIMBS];
        for (int k = 0; k < out.length; k++) {
            out[k] = FqLanes.limb(value, k);
        }
        return out;
    }

    /** A block of one value, from 0 to p - 1, in balanced limbs. */
    public static double[] constant(BigInteger value) {
        double[] out = new double[FqLanes.BLOCK];
        for (int k = 0; k < out.length; k++) {
            out[k] = FqLanes.limb(value, k / FqLanes.LANES);
        }
        balance(out, 0, 1, 1);
        return out;
    }

    private static int wordsAt(int n) {
        return n / FqLanes.PARTS * BLOCK + n % FqLanes.PARTS * FqLanes.WIDTH;
    }

    /** out = the words' values, in limbs from 0 to 2^51 - 1. */
    public static void unpack(double[] out, int o, long[] words, int i, int blocks) {
        for (int n = 0; n < blocks * FqLanes.PARTS; n++) {
            int to = o + FqLanes.at(n);
            int from = i + wordsAt(n);
            LongVector w0 = LongVector.fromArray(FqLanes.LONGS, words, from + 0 * FqLanes.LANES);
            LongVector w1 = LongVector.fromArray(FqLanes.LONGS, words, from + 1 * FqLanes.LANES);
            LongVector w2 = LongVector.fromArray(FqLanes.LONGS, words, from + 2 * FqLanes.LANES);
            LongVector w3 = LongVector.fromArray(FqLanes.LONGS, words, from + 3 * FqLanes.LANES);
            LongVector w4 = LongVector.fromArray(FqLanes.LONGS, words, from + 4 * FqLanes.LANES);
            LongVector w5 = LongVector.fromArray(FqLanes.LONGS, words, from + 5 * FqLanes.LANES);
            w0
                    .and(FqLanes.MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52).intoArray(out, to + 0 * FqLanes.LANES);
            w0.lanewise(VectorOperators.LSHR, 51).or(w1.lanewise(VectorOperators.LSHL, 13))
                    .and(FqLanes.MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52).intoArray(out, to + 1 * FqLanes.LANES);
            w1.lanewise(VectorOperators.LSHR, 38).or(w2.lanewise(VectorOperators.LSHL, 26))
                    .and(FqLanes.MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52).intoArray(out, to + 2 * FqLanes.LANES);
            w2.lanewise(VectorOperators.LSHR, 25).or(w3.lanewise(VectorOperators.LSHL, 39))
                    .and(FqLanes.MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52).intoArray(out, to + 3 * FqLanes.LANES);
            w3.lanewise(VectorOperators.LSHR, 12)
                    .and(FqLanes.MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52).intoArray(out, to + 4 * FqLanes.LANES);
            w3.lanewise(VectorOperators.LSHR, 63).or(w4.lanewise(VectorOperators.LSHL, 1))
                    .and(FqLanes.MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52).intoArray(out, to + 5 * FqLanes.LANES);
            w4.lanewise(VectorOperators.LSHR, 50).or(w5.lanewise(VectorOperators.LSHL, 14))
                    .and(FqLanes.MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52).intoArray(out, to + 6 * FqLanes.LANES);
            w5.lanewise(VectorOperators.LSHR, 37)
                    .and(FqLanes.MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52).intoArray(out, to + 7 * FqLanes.LANES);
        }
    }

    /**
     * The words of values from -4p to 4p - 1: out = the residue from 0 to p - 1.
     *
     * <p>Before: limbs from -2^51 to 2^51 - 1.
     */
    public static void pack(long[] out, int o, double[] values, int i, int blocks) {
        for (int n = 0; n < blocks * FqLanes.PARTS; n++) {
            packVector(out, o + wordsAt(n), values, i + FqLanes.at(n));
        }
    }

    private static void packVector(long[] out, int o, double[] values, int i) {
        LongVector x0 = DoubleVector.fromArray(FqLanes.DOUBLES, values, i + 0 * FqLanes.LANES).add(FqLanes.ROUND).reinterpretAsLongs()
                .add(FOUR_P[0] - FqLanes.ROUND_BITS);
        LongVector x1 = DoubleVector.fromArray(FqLanes.DOUBLES, values, i + 1 * FqLanes.LANES).add(FqLanes.ROUND).reinterpretAsLongs()
                .add(FOUR_P[1] - FqLanes.ROUND_BITS);
        LongVector x2 = DoubleVector.fromArray(FqLanes.DOUBLES, values, i + 2 * FqLanes.LANES).add(FqLanes.ROUND).reinterpretAsLongs()
                .add(FOUR_P[2] - FqLanes.ROUND_BITS);
        LongVector x3 = DoubleVector.fromArray(FqLanes.DOUBLES, values, i + 3 * FqLanes.LANES).add(FqLanes.ROUND).reinterpretAsLongs()
                .add(FOUR_P[3] - FqLanes.ROUND_BITS);
        LongVector x4 = DoubleVector.fromArray(FqLanes.DOUBLES, values, i + 4 * FqLanes.LANES).add(FqLanes.ROUND).reinterpretAsLongs()
                .add(FOUR_P[4] - FqLanes.ROUND_BITS);
        LongVector x5 = DoubleVector.fromArray(FqLanes.DOUBLES, values, i + 5 * FqLanes.LANES).add(FqLanes.ROUND).reinterpretAsLongs()
                .add(FOUR_P[5] - FqLanes.ROUND_BITS);
        LongVector x6 = DoubleVector.fromArray(FqLanes.DOUBLES, values, i + 6 * FqLanes.LANES).add(FqLanes.ROUND).reinterpretAsLongs()
                .add(FOUR_P[6] - FqLanes.ROUND_BITS);
        LongVector x7 = DoubleVector.fromArray(FqLanes.DOUBLES, values, i + 7 * FqLanes.LANES).add(FqLanes.ROUND).reinterpretAsLongs()
                .add(FOUR_P[7] - FqLanes.ROUND_BITS);
        x1 = x1.add(x0.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        x2 = x2.add(x1.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        x3 = x3.add(x2.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        x4 = x4.add(x3.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        x5 = x5.add(x4.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        x6 = x6.add(x5.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        x7 = x7.add(x6.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        x0 = x0.and(FqLanes.MASK);
        x1 = x1.and(FqLanes.MASK);
        x2 = x2.and(FqLanes.MASK);
        x3 = x3.and(FqLanes.MASK);
        x4 = x4.and(FqLanes.MASK);
        x5 = x5.and(FqLanes.MASK);
        x6 = x6.and(FqLanes.MASK);
        for (int round = 0; round < 3; round++) {
            long[] p = round == 0 ? FOUR_P : round == 1 ? TWO_P : P;
            LongVector d0 = x0.sub(p[0]);
            LongVector d1 = x1.sub(p[1]).add(d0.lanewise(VectorOperators.ASHR, FqLanes.BITS));
            LongVector d2 = x2.sub(p[2]).add(d1.lanewise(VectorOperators.ASHR, FqLanes.BITS));
            LongVector d3 = x3.sub(p[3]).add(d2.lanewise(VectorOperators.ASHR, FqLanes.BITS));
            LongVector d4 = x4.sub(p[4]).add(d3.lanewise(VectorOperators.ASHR, FqLanes.BITS));
            LongVector d5 = x5.sub(p[5]).add(d4.lanewise(VectorOperators.ASHR, FqLanes.BITS));
            LongVector d6 = x6.sub(p[6]).add(d5.lanewise(VectorOperators.ASHR, FqLanes.BITS));
            LongVector d7 = x7.sub(p[7]).add(d6.lanewise(VectorOperators.ASHR, FqLanes.BITS));
            VectorMask<Long> less = d7.compare(VectorOperators.LT, 0);
            x0 = d0.and(FqLanes.MASK).blend(x0, less);
            x1 = d1.and(FqLanes.MASK).blend(x1, less);
            x2 = d2.and(FqLanes.MASK).blend(x2, less);
            x3 = d3.and(FqLanes.MASK).blend(x3, less);
            x4 = d4.and(FqLanes.MASK).blend(x4, less);
            x5 = d5.and(FqLanes.MASK).blend(x5, less);
            x6 = d6.and(FqLanes.MASK).blend(x6, less);
            x7 = d7.blend(x7, less);
        }
        x0.or(x1.lanewise(VectorOperators.LSHL, 51)).intoArray(out, o + 0 * FqLanes.LANES);
        x1.lanewise(VectorOperators.LSHR, 13).or(x2.lanewise(VectorOperators.LSHL, 38)).intoArray(out, o + 1 * FqLanes.LANES);
        x2.lanewise(VectorOperators.LSHR, 26).or(x3.lanewise(VectorOperators.LSHL, 25)).intoArray(out, o + 2 * FqLanes.LANES);
        x3.lanewise(VectorOperators.LSHR, 39).or(x4.lanewise(VectorOperators.LSHL, 12)).or(x5.lanewise(VectorOperators.LSHL, 63)).intoArray(out, o + 3 * FqLanes.LANES);
        x5.lanewise(VectorOperators.LSHR, 1).or(x6.lanewise(VectorOperators.LSHL, 50)).intoArray(out, o + 4 * FqLanes.LANES);
        x6.lanewise(VectorOperators.LSHR, 14).or(x7.lanewise(VectorOperators.LSHL, 37)).intoArray(out, o + 5 * FqLanes.LANES);
    }

    /** Makes the limbs of factor * values balanced; before: |factor * limb| below 2^64, and limbs exact when multiplied (factor a power of two). */
    public static void balance(double[] values, int i, double factor, int blocks) {
        for (int n = 0; n < blocks * FqLanes.PARTS; n++) {
            int at = i + FqLanes.at(n);
            DoubleVector carry = DoubleVector.zero(FqLanes.DOUBLES);
            for (int k = 0; k < FqLanes.BLOCK - FqLanes.LANES; k += FqLanes.LANES) {
                DoubleVector limb = DoubleVector.fromArray(FqLanes.DOUBLES, values, at + k).mul(factor);
                DoubleVector next = limb.mul(PER_LIMB).add(FqLanes.ROUND).sub(FqLanes.ROUND);
                limb.sub(next.mul(LIMB)).add(carry).intoArray(values, at + k);
                carry = next;
            }
            int top = at + FqLanes.BLOCK - FqLanes.LANES;
            DoubleVector.fromArray(FqLanes.DOUBLES, values, top).mul(factor).add(carry).intoArray(values, top);
        }
    }

    /** Multiplies the elements by signs, 1.0 or -1.0, one of each lane and block. */
    public static void sign(double[] values, int i, double[] signs, int blocks) {
        for (int n = 0; n < blocks * FqLanes.PARTS; n++) {
            int at = i + FqLanes.at(n);
            DoubleVector sign = DoubleVector.fromArray(FqLanes.DOUBLES, signs, n * FqLanes.WIDTH);
            for (int k = 0; k < FqLanes.BLOCK; k += FqLanes.LANES) {
                DoubleVector.fromArray(FqLanes.DOUBLES, values, at + k).mul(sign).intoArray(values, at + k);
            }
        }
    }
}
