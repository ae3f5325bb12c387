package io.cairn.proofs.field;

import java.math.BigInteger;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products in Fq2 for {@link Fq2Rows}, four at a time in lanes of vectors, by the method of {@link FqLanes} with limbs of 50 bits.
 *
 * <p>Rows are exchanged with columns, so that lane 2 e holds c0 of element e and lane 2 e + 1 its c1. Each lane then is the sum of two products with one
 * reduction: a0 b0 - a1 b1 in the even ones, a0 b1 + a1 b0 in the odd ones. Per limb that is as much work as three products in Fq, without their sums.
 */
final class Fq2RowProducts {

    /** Elements of Fq2 that are multiplied together. */
    static final int GROUP = 4;

    private static final int BITS = Fq2Rows.BITS;
    private static final int LIMBS = Fq2Rows.LIMBS;
    private static final int LANES = 2 * GROUP;
    private static final int BLOCK = LANES * LIMBS;
    private static final long MASK = (1L << BITS) - 1;
    private static final long HALF = 1L << BITS - 1;
    private static final VectorSpecies<Double> DOUBLES = FqLanes.DOUBLES;
    private static final VectorSpecies<Long> LONGS = FqLanes.LONGS;
    private static final VectorShuffle<Double> EVEN = VectorShuffle.fromOp(DOUBLES, lane -> lane & ~1);
    private static final VectorShuffle<Double> ODD = VectorShuffle.fromOp(DOUBLES, lane -> lane | 1);
    private static final VectorShuffle<Double> SWAPPED = VectorShuffle.fromOp(DOUBLES, lane -> lane ^ 1);
    private static final double[] SIGNS = {-1, 1, -1, 1, -1, 1, -1, 1};
    /** Rows 0 to 7 as {@link FqLaneRows} names them. */
    private static final int[] ROWS = {0, 2, 4, 6, 8, 10, 12, 14};
    private static final double ROUND = FqLanes.ROUND;
    private static final long ROUND_BITS = FqLanes.ROUND_BITS;
    private static final double TWO_52 = FqLanes.TWO_52;
    private static final long TWO_52_BITS = FqLanes.TWO_52_BITS;
    /** Adding a product to it leaves the product's multiple of 2^50 in the mantissa. */
    private static final double HIGH = 0x1.8p102;
    private static final double BOTH = HIGH + ROUND;
    private static final long HIGH_BITS = Double.doubleToRawLongBits(HIGH);
    private static final long NEGATED_INVERSE = Fq.MODULUS.negate().modInverse(BigInteger.ONE.shiftLeft(BITS)).longValue();
    private static final double P0 = limb(0);
    private static final double P1 = limb(1);
    private static final double P2 = limb(2);
    private static final double P3 = limb(3);
    private static final double P4 = limb(4);
    private static final double P5 = limb(5);
    private static final double P6 = limb(6);
    private static final double P7 = limb(7);
    /** As in {@link FqLanes}, for three products of limbs in each place. */
    private static final long[] START = new long[LIMBS];
    private static final long[] OPENED = new long[LIMBS];

    static {
        for (int k = 0; k < LIMBS; k++) {
            START[k] = -3 * (ROUND_BITS * (k + 1) + HIGH_BITS * k);
            OPENED[k] = -3 * (HIGH_BITS + (LIMBS - 1 - k) * (HIGH_BITS + ROUND_BITS));
        }
    }

    private final double[] x = new double[BLOCK];
    private final double[] y = new double[BLOCK];
    private final double[] z = new double[BLOCK];
    private final double[] first = new double[BLOCK];
    private final double[] second = new double[BLOCK];

    private static double limb(int k) {
        return Fq.MODULUS.shiftRight(BITS * k).longValue() & MASK;
    }

    /**
     * out = a * b / 2^400, element by element; out may be a or b. Arrays have room for a multiple of {@value #GROUP} elements.
     *
     * <p>Before: any product of a limb of a and one of b is below 2^101; |a b| below 2^396 p. After: between -p / 8 and p + p / 8; limbs balanced.
     */
    void mul(double[] out, int o, double[] a, int i, double[] b, int j, int count) {
        for (int at = 0; at < count * Fq2Rows.ELEMENT; at += BLOCK) {
            exchange(x, 0, a, i + at);
            exchange(y, 0, b, j + at);
            for (int part = 0; part < LANES; part += FqLanes.WIDTH) {
                split(part);
                multiply(z, part, first, second, y);
            }
            exchange(out, o + at, z, 0);
        }
    }

    /** Rows for columns, and columns for rows. */
    private static void exchange(double[] out, int o, double[] a, int i) {
        FqLaneRows.gather(out, o, a, i, LIMBS, ROWS, 0, LANES, 0);
    }

    private void split(int part) {
        DoubleVector signs = DoubleVector.fromArray(DOUBLES, SIGNS, 0);
        for (int k = part; k < BLOCK; k += LANES) {
            DoubleVector limb = DoubleVector.fromArray(DOUBLES, x, k);
            limb.rearrange(EVEN).intoArray(first, k);
            limb.rearrange(ODD).mul(signs).intoArray(second, k);
        }
    }

    private static void multiply(double[] out, int o, double[] first, double[] second, double[] b) {
        LongVector c0 = LongVector.broadcast(LONGS, START[0]);
        LongVector c1 = LongVector.broadcast(LONGS, START[1]);
        LongVector c2 = LongVector.broadcast(LONGS, START[2]);
        LongVector c3 = LongVector.broadcast(LONGS, START[3]);
        LongVector c4 = LongVector.broadcast(LONGS, START[4]);
        LongVector c5 = LongVector.broadcast(LONGS, START[5]);
        LongVector c6 = LongVector.broadcast(LONGS, START[6]);
        LongVector c7 = LongVector.broadcast(LONGS, START[7]);
        DoubleVector high = DoubleVector.broadcast(DOUBLES, HIGH);
        DoubleVector both = DoubleVector.broadcast(DOUBLES, BOTH);
        for (int round = 0; round < LIMBS; round++) {
            LongVector c8 = LongVector.broadcast(LONGS, OPENED[round]);
            DoubleVector y = DoubleVector.fromArray(DOUBLES, b, o + round * LANES);
            DoubleVector w = y.rearrange(SWAPPED);
            DoubleVector a = DoubleVector.fromArray(DOUBLES, first, o + 0 * LANES);
            DoubleVector h = a.fma(y, high);
            c1 = c1.add(h.reinterpretAsLongs());
            c0 = c0.add(a.fma(y, both.sub(h)).reinterpretAsLongs());
            a = DoubleVector.fromArray(DOUBLES, second, o + 0 * LANES);
            h = a.fma(w, high);
            c1 = c1.add(h.reinterpretAsLongs());
            c0 = c0.add(a.fma(w, both.sub(h)).reinterpretAsLongs());
            a = DoubleVector.fromArray(DOUBLES, first, o + 1 * LANES);
            h = a.fma(y, high);
            c2 = c2.add(h.reinterpretAsLongs());
            c1 = c1.add(a.fma(y, both.sub(h)).reinterpretAsLongs());
            a = DoubleVector.fromArray(DOUBLES, second, o + 1 * LANES);
            h = a.fma(w, high);
            c2 = c2.add(h.reinterpretAsLongs());
            c1 = c1.add(a.fma(w, both.sub(h)).reinterpretAsLongs());
            a = DoubleVector.fromArray(DOUBLES, first, o + 2 * LANES);
            h = a.fma(y, high);
            c3 = c3.add(h.reinterpretAsLongs());
            c2 = c2.add(a.fma(y, both.sub(h)).reinterpretAsLongs());
            a = DoubleVector.fromArray(DOUBLES, second, o + 2 * LANES);
            h = a.fma(w, high);
            c3 = c3.add(h.reinterpretAsLongs());
            c2 = c2.add(a.fma(w, both.sub(h)).reinterpretAsLongs());
            a = DoubleVector.fromArray(DOUBLES, first, o + 3 * LANES);
            h = a.fma(y, high);
            c4 = c4.add(h.reinterpretAsLongs());
            c3 = c3.add(a.fma(y, both.sub(h)).reinterpretAsLongs());
            a = DoubleVector.fromArray(DOUBLES, second, o + 3 * LANES);
            h = a.fma(w, high);
            c4 = c4.add(h.reinterpretAsLongs());
            c3 = c3.add(a.fma(w, both.sub(h)).reinterpretAsLongs());
            a = DoubleVector.fromArray(DOUBLES, first, o + 4 * LANES);
            h = a.fma(y, high);
            c5 = c5.add(h.reinterpretAsLongs());
            c4 = c4.add(a.fma(y, both.sub(h)).reinterpretAsLongs());
            a = DoubleVector.fromArray(DOUBLES, second, o + 4 * LANES);
            h = a.fma(w, high);
            c5 = c5.add(h.reinterpretAsLongs());
            c4 = c4.add(a.fma(w, both.sub(h)).reinterpretAsLongs());
            a = DoubleVector.fromArray(DOUBLES, first, o + 5 * LANES);
            h = a.fma(y, high);
            c6 = c6.add(h.reinterpretAsLongs());
            c5 = c5.add(a.fma(y, both.sub(h)).reinterpretAsLongs());
            a = DoubleVector.fromArray(DOUBLES, second, o + 5 * LANES);
            h = a.fma(w, high);
            c6 = c6.add(h.reinterpretAsLongs());
            c5 = c5.add(a.fma(w, both.sub(h)).reinterpretAsLongs());
            a = DoubleVector.fromArray(DOUBLES, first, o + 6 * LANES);
            h = a.fma(y, high);
            c7 = c7.add(h.reinterpretAsLongs());
            c6 = c6.add(a.fma(y, both.sub(h)).reinterpretAsLongs());
            a = DoubleVector.fromArray(DOUBLES, second, o + 6 * LANES);
            h = a.fma(w, high);
            c7 = c7.add(h.reinterpretAsLongs());
            c6 = c6.add(a.fma(w, both.sub(h)).reinterpretAsLongs());
            a = DoubleVector.fromArray(DOUBLES, first, o + 7 * LANES);
            h = a.fma(y, high);
            c8 = c8.add(h.reinterpretAsLongs());
            c7 = c7.add(a.fma(y, both.sub(h)).reinterpretAsLongs());
            a = DoubleVector.fromArray(DOUBLES, second, o + 7 * LANES);
            h = a.fma(w, high);
            c8 = c8.add(h.reinterpretAsLongs());
            c7 = c7.add(a.fma(w, both.sub(h)).reinterpretAsLongs());
            DoubleVector q = c0.mul(NEGATED_INVERSE).and(MASK).or(TWO_52_BITS).reinterpretAsDoubles().sub(TWO_52);
            DoubleVector p = DoubleVector.broadcast(DOUBLES, P0);
            h = q.fma(p, high);
            c1 = c1.add(h.reinterpretAsLongs());
            c0 = c0.add(q.fma(p, both.sub(h)).reinterpretAsLongs());
            c1 = c1.add(c0.lanewise(VectorOperators.ASHR, BITS));
            p = DoubleVector.broadcast(DOUBLES, P1);
            h = q.fma(p, high);
            c2 = c2.add(h.reinterpretAsLongs());
            c0 = c1.add(q.fma(p, both.sub(h)).reinterpretAsLongs());
            p = DoubleVector.broadcast(DOUBLES, P2);
            h = q.fma(p, high);
            c3 = c3.add(h.reinterpretAsLongs());
            c1 = c2.add(q.fma(p, both.sub(h)).reinterpretAsLongs());
            p = DoubleVector.broadcast(DOUBLES, P3);
            h = q.fma(p, high);
            c4 = c4.add(h.reinterpretAsLongs());
            c2 = c3.add(q.fma(p, both.sub(h)).reinterpretAsLongs());
            p = DoubleVector.broadcast(DOUBLES, P4);
            h = q.fma(p, high);
            c5 = c5.add(h.reinterpretAsLongs());
            c3 = c4.add(q.fma(p, both.sub(h)).reinterpretAsLongs());
            p = DoubleVector.broadcast(DOUBLES, P5);
            h = q.fma(p, high);
            c6 = c6.add(h.reinterpretAsLongs());
            c4 = c5.add(q.fma(p, both.sub(h)).reinterpretAsLongs());
            p = DoubleVector.broadcast(DOUBLES, P6);
            h = q.fma(p, high);
            c7 = c7.add(h.reinterpretAsLongs());
            c5 = c6.add(q.fma(p, both.sub(h)).reinterpretAsLongs());
            p = DoubleVector.broadcast(DOUBLES, P7);
            h = q.fma(p, high);
            c8 = c8.add(h.reinterpretAsLongs());
            c6 = c7.add(q.fma(p, both.sub(h)).reinterpretAsLongs());
            c7 = c8;
        }
        c0 = c0.add(HALF);
        c1 = c1.add(HALF).add(c0.lanewise(VectorOperators.ASHR, BITS));
        c2 = c2.add(HALF).add(c1.lanewise(VectorOperators.ASHR, BITS));
        c3 = c3.add(HALF).add(c2.lanewise(VectorOperators.ASHR, BITS));
        c4 = c4.add(HALF).add(c3.lanewise(VectorOperators.ASHR, BITS));
        c5 = c5.add(HALF).add(c4.lanewise(VectorOperators.ASHR, BITS));
        c6 = c6.add(HALF).add(c5.lanewise(VectorOperators.ASHR, BITS));
        c7 = c7.add(c6.lanewise(VectorOperators.ASHR, BITS));
        c0.and(MASK).or(TWO_52_BITS).reinterpretAsDoubles().sub(TWO_52 + HALF).intoArray(out, o + 0 * LANES);
        c1.and(MASK).or(TWO_52_BITS).reinterpretAsDoubles().sub(TWO_52 + HALF).intoArray(out, o + 1 * LANES);
        c2.and(MASK).or(TWO_52_BITS).reinterpretAsDoubles().sub(TWO_52 + HALF).intoArray(out, o + 2 * LANES);
        c3.and(MASK).or(TWO_52_BITS).reinterpretAsDoubles().sub(TWO_52 + HALF).intoArray(out, o + 3 * LANES);
        c4.and(MASK).or(TWO_52_BITS).reinterpretAsDoubles().sub(TWO_52 + HALF).intoArray(out, o + 4 * LANES);
        c5.and(MASK).or(TWO_52_BITS).reinterpretAsDoubles().sub(TWO_52 + HALF).intoArray(out, o + 5 * LANES);
        c6.and(MASK).or(TWO_52_BITS).reinterpretAsDoubles().sub(TWO_52 + HALF).intoArray(out, o + 6 * LANES);
        c7.add(ROUND_BITS).reinterpretAsDoubles().sub(ROUND).intoArray(out, o + 7 * LANES);
    }
}
