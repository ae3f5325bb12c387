package io.cairn.proofs.field;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Between the limbs of {@link FrLanes} and those of {@link Fr}: eight elements at a time, word k of element e at 8 k + e of {@value #BLOCK} longs. */
public final class FrLaneWords {

    /** Longs of a block. */
    public static final int BLOCK = FqLanes.LANES * Fr.LIMBS;

    private static final long MASK = FqLanes.MASK;
    private static final long L0 = FqLanes.limb(Fr.MODULUS, 0);
    private static final long L1 = FqLanes.limb(Fr.MODULUS, 1);
    private static final long L2 = FqLanes.limb(Fr.MODULUS, 2);
    private static final long L3 = FqLanes.limb(Fr.MODULUS, 3);
    private static final long L4 = FqLanes.limb(Fr.MODULUS, 4);

    private FrLaneWords() {
    }

    /** The words' values, fresh. */
    public static void unpack(double[] out, int o, long[] words, int i, int blocks) {
        for (int n = 0; n < blocks * FqLanes.PARTS; n++) {
            int to = o + FrLanes.at(n);
            int from = i + n / FqLanes.PARTS * BLOCK + n % FqLanes.PARTS * FqLanes.WIDTH;
            LongVector w0 = LongVector.fromArray(FqLanes.LONGS, words, from + 0 * FqLanes.LANES);
            LongVector w1 = LongVector.fromArray(FqLanes.LONGS, words, from + 1 * FqLanes.LANES);
            LongVector w2 = LongVector.fromArray(FqLanes.LONGS, words, from + 2 * FqLanes.LANES);
            LongVector w3 = LongVector.fromArray(FqLanes.LONGS, words, from + 3 * FqLanes.LANES);
            w0
                    .and(MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52).intoArray(out, to + 0 * FqLanes.LANES);
            w0.lanewise(VectorOperators.LSHR, 51).or(w1.lanewise(VectorOperators.LSHL, 13))
                    .and(MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52).intoArray(out, to + 1 * FqLanes.LANES);
            w1.lanewise(VectorOperators.LSHR, 38).or(w2.lanewise(VectorOperators.LSHL, 26))
                    .and(MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52).intoArray(out, to + 2 * FqLanes.LANES);
            w2.lanewise(VectorOperators.LSHR, 25).or(w3.lanewise(VectorOperators.LSHL, 39))
                    .and(MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52).intoArray(out, to + 3 * FqLanes.LANES);
            w3.lanewise(VectorOperators.LSHR, 12)
                    .and(MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52).intoArray(out, to + 4 * FqLanes.LANES);
        }
    }

    /** The words of reduced or fresh values. */
    public static void pack(long[] out, int o, double[] values, int i, int blocks) {
        for (int n = 0; n < blocks * FqLanes.PARTS; n++) {
            packVector(out, o + n / FqLanes.PARTS * BLOCK + n % FqLanes.PARTS * FqLanes.WIDTH, values, i + FrLanes.at(n));
        }
    }

    private static void packVector(long[] out, int o, double[] values, int i) {
        LongVector x0 = DoubleVector.fromArray(FqLanes.DOUBLES, values, i + 0 * FqLanes.LANES).add(FqLanes.ROUND).reinterpretAsLongs()
                .add(L0 - FqLanes.ROUND_BITS);
        LongVector x1 = DoubleVector.fromArray(FqLanes.DOUBLES, values, i + 1 * FqLanes.LANES).add(FqLanes.ROUND).reinterpretAsLongs()
                .add(L1 - FqLanes.ROUND_BITS);
        LongVector x2 = DoubleVector.fromArray(FqLanes.DOUBLES, values, i + 2 * FqLanes.LANES).add(FqLanes.ROUND).reinterpretAsLongs()
                .add(L2 - FqLanes.ROUND_BITS);
        LongVector x3 = DoubleVector.fromArray(FqLanes.DOUBLES, values, i + 3 * FqLanes.LANES).add(FqLanes.ROUND).reinterpretAsLongs()
                .add(L3 - FqLanes.ROUND_BITS);
        LongVector x4 = DoubleVector.fromArray(FqLanes.DOUBLES, values, i + 4 * FqLanes.LANES).add(FqLanes.ROUND).reinterpretAsLongs()
                .add(L4 - FqLanes.ROUND_BITS);
        x1 = x1.add(x0.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        x2 = x2.add(x1.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        x3 = x3.add(x2.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        x4 = x4.add(x3.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        x0 = x0.and(MASK);
        x1 = x1.and(MASK);
        x2 = x2.and(MASK);
        x3 = x3.and(MASK);
        LongVector d0 = x0.sub(L0);
        LongVector d1 = x1.sub(L1).add(d0.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        LongVector d2 = x2.sub(L2).add(d1.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        LongVector d3 = x3.sub(L3).add(d2.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        LongVector d4 = x4.sub(L4).add(d3.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        VectorMask<Long> less = d4.compare(VectorOperators.LT, 0);
        x0 = d0.and(MASK).blend(x0, less);
        x1 = d1.and(MASK).blend(x1, less);
        x2 = d2.and(MASK).blend(x2, less);
        x3 = d3.and(MASK).blend(x3, less);
        x4 = d4.blend(x4, less);
        x0.or(x1.lanewise(VectorOperators.LSHL, 51)).intoArray(out, o + 0 * FqLanes.LANES);
        x1.lanewise(VectorOperators.LSHR, 13).or(x2.lanewise(VectorOperators.LSHL, 38)).intoArray(out, o + 1 * FqLanes.LANES);
        x2.lanewise(VectorOperators.LSHR, 26).or(x3.lanewise(VectorOperators.LSHL, 25)).intoArray(out, o + 2 * FqLanes.LANES);
        x3.lanewise(VectorOperators.LSHR, 39).or(x4.lanewise(VectorOperators.LSHL, 12)).intoArray(out, o + 3 * FqLanes.LANES);
    }
}
