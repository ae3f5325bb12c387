package io.cairn.proofs.field;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** The butterflies of transforms in {@link Fr}, a sum and a difference with one product, for eight pairs at a time in the blocks of {@link FrLanes}. */
public final class FrButterflies {

    private static final int LIMBS = FrLanes.LIMBS;
    private static final long MASK = FqLanes.MASK;
    private static final long HALF = FqLanes.HALF;
    private static final double HIGH = FrLanes.HIGH;
    private static final double BOTH = FrLanes.BOTH;
    private static final double PER_LIMB = FrLanes.PER_LIMB;
    private static final double MINUS_LIMB = FrLanes.MINUS_LIMB;
    private static final long NEGATED_INVERSE = FrLanes.NEGATED_INVERSE;
    private static final double P0 = FrLanes.P0;
    private static final double P1 = FrLanes.P1;
    private static final double P2 = FrLanes.P2;
    private static final double P3 = FrLanes.P3;
    private static final double P4 = FrLanes.P4;
    private static final double PER_TOP = FrLanes.PER_TOP;
    private static final long[] START = FrLanes.START;
    private static final long[] OPENED = FrLanes.OPENED;

    private FrButterflies() {
    }

    /** (low, high) becomes (low + high * multiplier / 2^255, low - high * multiplier / 2^255), reduced, for so many blocks and one multiplier. */
    public static void split(double[] values, int low, int high, int blocks, double[] multiplier) {
        for (int n = 0; n < blocks * FqLanes.PARTS; n++) {
            splitVector(values, low + FrLanes.at(n), high + FrLanes.at(n), multiplier, n % FqLanes.PARTS * FqLanes.WIDTH);
        }
    }

    private static void splitVector(double[] values, int lowAt, int highAt, double[] multiplier, int m) {
        DoubleVector a0 = DoubleVector.fromArray(FqLanes.DOUBLES, values, highAt + 0 * FqLanes.LANES);
        DoubleVector a1 = DoubleVector.fromArray(FqLanes.DOUBLES, values, highAt + 1 * FqLanes.LANES);
        DoubleVector a2 = DoubleVector.fromArray(FqLanes.DOUBLES, values, highAt + 2 * FqLanes.LANES);
        DoubleVector a3 = DoubleVector.fromArray(FqLanes.DOUBLES, values, highAt + 3 * FqLanes.LANES);
        DoubleVector a4 = DoubleVector.fromArray(FqLanes.DOUBLES, values, highAt + 4 * FqLanes.LANES);
        LongVector c0 = LongVector.broadcast(FqLanes.LONGS, START[0]);
        LongVector c1 = LongVector.broadcast(FqLanes.LONGS, START[1]);
        LongVector c2 = LongVector.broadcast(FqLanes.LONGS, START[2]);
        LongVector c3 = LongVector.broadcast(FqLanes.LONGS, START[3]);
        LongVector c4 = LongVector.broadcast(FqLanes.LONGS, START[4]);
        DoubleVector high = DoubleVector.broadcast(FqLanes.DOUBLES, HIGH);
        DoubleVector both = DoubleVector.broadcast(FqLanes.DOUBLES, BOTH);
        for (int round = 0; round < LIMBS; round++) {
            DoubleVector y = DoubleVector.fromArray(FqLanes.DOUBLES, multiplier, m + round * FqLanes.LANES);
            LongVector c5 = LongVector.broadcast(FqLanes.LONGS, OPENED[round]);
            DoubleVector h = a0.fma(y, high);
            c1 = c1.add(h.reinterpretAsLongs());
            c0 = c0.add(a0.fma(y, both.sub(h)).reinterpretAsLongs());
            DoubleVector q = c0.mul(NEGATED_INVERSE).add(HALF).and(MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52 + HALF);
            h = a1.fma(y, high);
            c2 = c2.add(h.reinterpretAsLongs());
            c1 = c1.add(a1.fma(y, both.sub(h)).reinterpretAsLongs());
            h = a2.fma(y, high);
            c3 = c3.add(h.reinterpretAsLongs());
            c2 = c2.add(a2.fma(y, both.sub(h)).reinterpretAsLongs());
            h = a3.fma(y, high);
            c4 = c4.add(h.reinterpretAsLongs());
            c3 = c3.add(a3.fma(y, both.sub(h)).reinterpretAsLongs());
            h = a4.fma(y, high);
            c5 = c5.add(h.reinterpretAsLongs());
            c4 = c4.add(a4.fma(y, both.sub(h)).reinterpretAsLongs());
            h = q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P0), high);
            c1 = c1.add(h.reinterpretAsLongs());
            c0 = c0.add(q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P0), both.sub(h)).reinterpretAsLongs());
            c1 = c1.add(c0.lanewise(VectorOperators.ASHR, FqLanes.BITS));
            h = q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P1), high);
            c2 = c2.add(h.reinterpretAsLongs());
            c0 = c1.add(q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P1), both.sub(h)).reinterpretAsLongs());
            h = q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P2), high);
            c3 = c3.add(h.reinterpretAsLongs());
            c1 = c2.add(q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P2), both.sub(h)).reinterpretAsLongs());
            h = q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P3), high);
            c4 = c4.add(h.reinterpretAsLongs());
            c2 = c3.add(q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P3), both.sub(h)).reinterpretAsLongs());
            h = q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P4), high);
            c5 = c5.add(h.reinterpretAsLongs());
            c3 = c4.add(q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P4), both.sub(h)).reinterpretAsLongs());
            c4 = c5;
        }
        c0 = c0.add(HALF);
        c1 = c1.add(HALF).add(c0.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        c2 = c2.add(HALF).add(c1.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        c3 = c3.add(HALF).add(c2.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        c4 = c4.add(c3.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        DoubleVector d0 = c0.and(MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52 + HALF);
        DoubleVector d1 = c1.and(MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52 + HALF);
        DoubleVector d2 = c2.and(MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52 + HALF);
        DoubleVector d3 = c3.and(MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52 + HALF);
        DoubleVector d4 = c4.add(FqLanes.ROUND_BITS).reinterpretAsDoubles().sub(FqLanes.ROUND);
        DoubleVector l0 = DoubleVector.fromArray(FqLanes.DOUBLES, values, lowAt + 0 * FqLanes.LANES);
        DoubleVector l1 = DoubleVector.fromArray(FqLanes.DOUBLES, values, lowAt + 1 * FqLanes.LANES);
        DoubleVector l2 = DoubleVector.fromArray(FqLanes.DOUBLES, values, lowAt + 2 * FqLanes.LANES);
        DoubleVector l3 = DoubleVector.fromArray(FqLanes.DOUBLES, values, lowAt + 3 * FqLanes.LANES);
        DoubleVector l4 = DoubleVector.fromArray(FqLanes.DOUBLES, values, lowAt + 4 * FqLanes.LANES);
        DoubleVector round = DoubleVector.broadcast(FqLanes.DOUBLES, FqLanes.ROUND);
        DoubleVector perTop = DoubleVector.broadcast(FqLanes.DOUBLES, PER_TOP);
        DoubleVector perLimb = DoubleVector.broadcast(FqLanes.DOUBLES, PER_LIMB);
        DoubleVector minusLimb = DoubleVector.broadcast(FqLanes.DOUBLES, MINUS_LIMB);
        for (int half = 0; half < 2; half++) {
            int to = half == 0 ? lowAt : highAt;
            DoubleVector x0 = l0.add(d0);
            DoubleVector x1 = l1.add(d1);
            DoubleVector x2 = l2.add(d2);
            DoubleVector x3 = l3.add(d3);
            DoubleVector x4 = l4.add(d4);
            DoubleVector k = x4.fma(perTop, round).sub(round).neg();
            x0 = k.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P0), x0);
            x1 = k.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P1), x1);
            x2 = k.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P2), x2);
            x3 = k.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P3), x3);
            x4 = k.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P4), x4);
            DoubleVector n0 = x0.fma(perLimb, round).sub(round);
            DoubleVector n1 = x1.fma(perLimb, round).sub(round);
            DoubleVector n2 = x2.fma(perLimb, round).sub(round);
            DoubleVector n3 = x3.fma(perLimb, round).sub(round);
            n0.fma(minusLimb, x0).intoArray(values, to);
            n1.fma(minusLimb, x1).add(n0).intoArray(values, to + 1 * FqLanes.LANES);
            n2.fma(minusLimb, x2).add(n1).intoArray(values, to + 2 * FqLanes.LANES);
            n3.fma(minusLimb, x3).add(n2).intoArray(values, to + 3 * FqLanes.LANES);
            x4.add(n3).intoArray(values, to + 4 * FqLanes.LANES);
            d0 = d0.neg();
            d1 = d1.neg();
            d2 = d2.neg();
            d3 = d3.neg();
            d4 = d4.neg();
        }
    }

    /** (low, high) becomes (low + high, (low - high) * multiplier / 2^255), reduced, for so many blocks and one multiplier. */
    public static void join(double[] values, int low, int high, int blocks, double[] multiplier) {
        for (int n = 0; n < blocks * FqLanes.PARTS; n++) {
            joinVector(values, low + FrLanes.at(n), high + FrLanes.at(n), multiplier, n % FqLanes.PARTS * FqLanes.WIDTH);
        }
    }

    private static void joinVector(double[] values, int lowAt, int highAt, double[] multiplier, int m) {
        DoubleVector s0 = DoubleVector.fromArray(FqLanes.DOUBLES, values, lowAt + 0 * FqLanes.LANES);
        DoubleVector g0 = DoubleVector.fromArray(FqLanes.DOUBLES, values, highAt + 0 * FqLanes.LANES);
        DoubleVector a0 = s0.sub(g0);
        s0 = s0.add(g0);
        DoubleVector s1 = DoubleVector.fromArray(FqLanes.DOUBLES, values, lowAt + 1 * FqLanes.LANES);
        DoubleVector g1 = DoubleVector.fromArray(FqLanes.DOUBLES, values, highAt + 1 * FqLanes.LANES);
        DoubleVector a1 = s1.sub(g1);
        s1 = s1.add(g1);
        DoubleVector s2 = DoubleVector.fromArray(FqLanes.DOUBLES, values, lowAt + 2 * FqLanes.LANES);
        DoubleVector g2 = DoubleVector.fromArray(FqLanes.DOUBLES, values, highAt + 2 * FqLanes.LANES);
        DoubleVector a2 = s2.sub(g2);
        s2 = s2.add(g2);
        DoubleVector s3 = DoubleVector.fromArray(FqLanes.DOUBLES, values, lowAt + 3 * FqLanes.LANES);
        DoubleVector g3 = DoubleVector.fromArray(FqLanes.DOUBLES, values, highAt + 3 * FqLanes.LANES);
        DoubleVector a3 = s3.sub(g3);
        s3 = s3.add(g3);
        DoubleVector s4 = DoubleVector.fromArray(FqLanes.DOUBLES, values, lowAt + 4 * FqLanes.LANES);
        DoubleVector g4 = DoubleVector.fromArray(FqLanes.DOUBLES, values, highAt + 4 * FqLanes.LANES);
        DoubleVector a4 = s4.sub(g4);
        s4 = s4.add(g4);
        s0.intoArray(values, lowAt + 0 * FqLanes.LANES);
        s1.intoArray(values, lowAt + 1 * FqLanes.LANES);
        s2.intoArray(values, lowAt + 2 * FqLanes.LANES);
        s3.intoArray(values, lowAt + 3 * FqLanes.LANES);
        s4.intoArray(values, lowAt + 4 * FqLanes.LANES);
        LongVector c0 = LongVector.broadcast(FqLanes.LONGS, START[0]);
        LongVector c1 = LongVector.broadcast(FqLanes.LONGS, START[1]);
        LongVector c2 = LongVector.broadcast(FqLanes.LONGS, START[2]);
        LongVector c3 = LongVector.broadcast(FqLanes.LONGS, START[3]);
        LongVector c4 = LongVector.broadcast(FqLanes.LONGS, START[4]);
        DoubleVector high = DoubleVector.broadcast(FqLanes.DOUBLES, HIGH);
        DoubleVector both = DoubleVector.broadcast(FqLanes.DOUBLES, BOTH);
        for (int round = 0; round < LIMBS; round++) {
            DoubleVector y = DoubleVector.fromArray(FqLanes.DOUBLES, multiplier, m + round * FqLanes.LANES);
            LongVector c5 = LongVector.broadcast(FqLanes.LONGS, OPENED[round]);
            DoubleVector h = a0.fma(y, high);
            c1 = c1.add(h.reinterpretAsLongs());
            c0 = c0.add(a0.fma(y, both.sub(h)).reinterpretAsLongs());
            DoubleVector q = c0.mul(NEGATED_INVERSE).add(HALF).and(MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52 + HALF);
            h = a1.fma(y, high);
            c2 = c2.add(h.reinterpretAsLongs());
            c1 = c1.add(a1.fma(y, both.sub(h)).reinterpretAsLongs());
            h = a2.fma(y, high);
            c3 = c3.add(h.reinterpretAsLongs());
            c2 = c2.add(a2.fma(y, both.sub(h)).reinterpretAsLongs());
            h = a3.fma(y, high);
            c4 = c4.add(h.reinterpretAsLongs());
            c3 = c3.add(a3.fma(y, both.sub(h)).reinterpretAsLongs());
            h = a4.fma(y, high);
            c5 = c5.add(h.reinterpretAsLongs());
            c4 = c4.add(a4.fma(y, both.sub(h)).reinterpretAsLongs());
            h = q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P0), high);
            c1 = c1.add(h.reinterpretAsLongs());
            c0 = c0.add(q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P0), both.sub(h)).reinterpretAsLongs());
            c1 = c1.add(c0.lanewise(VectorOperators.ASHR, FqLanes.BITS));
            h = q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P1), high);
            c2 = c2.add(h.reinterpretAsLongs());
            c0 = c1.add(q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P1), both.sub(h)).reinterpretAsLongs());
            h = q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P2), high);
            c3 = c3.add(h.reinterpretAsLongs());
            c1 = c2.add(q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P2), both.sub(h)).reinterpretAsLongs());
            h = q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P3), high);
            c4 = c4.add(h.reinterpretAsLongs());
            c2 = c3.add(q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P3), both.sub(h)).reinterpretAsLongs());
            h = q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P4), high);
            c5 = c5.add(h.reinterpretAsLongs());
            c3 = c4.add(q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P4), both.sub(h)).reinterpretAsLongs());
            c4 = c5;
        }
        c0 = c0.add(HALF);
        c1 = c1.add(HALF).add(c0.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        c2 = c2.add(HALF).add(c1.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        c3 = c3.add(HALF).add(c2.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        c4 = c4.add(c3.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        DoubleVector d0 = c0.and(MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52 + HALF);
        DoubleVector d1 = c1.and(MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52 + HALF);
        DoubleVector d2 = c2.and(MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52 + HALF);
        DoubleVector d3 = c3.and(MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52 + HALF);
        DoubleVector d4 = c4.add(FqLanes.ROUND_BITS).reinterpretAsDoubles().sub(FqLanes.ROUND);
        d0.intoArray(values, highAt + 0 * FqLanes.LANES);
        d1.intoArray(values, highAt + 1 * FqLanes.LANES);
        d2.intoArray(values, highAt + 2 * FqLanes.LANES);
        d3.intoArray(values, highAt + 3 * FqLanes.LANES);
        d4.intoArray(values, highAt + 4 * FqLanes.LANES);
        FrLanes.reduceVector(values, lowAt);
        FrLanes.reduceVector(values, highAt);
    }
}
