package io.cairn.proofs.field;

import java.math.BigInteger;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Butterflies and products in {@link Fr} for eight elements at a time, in the manner of {@link FqLanes}: 5 limbs of 51 bits, Montgomery's factor 2^255.
 *
 * <p>A block of {@value #BLOCK} doubles holds limb k of element e at 8 k + e. A <em>reduced</em> element is between -p/2 and p/2, but for 2^-40 of it, in limbs of
 * at most 2^50 + 8, the top limb within that value; a <em>fresh</em> one is from 0 to p - 1 in limbs from 0 to 2^51 - 1. Multipliers are always reduced.
 */
public final class FrLanes {

    /** Limbs of an element. */
    public static final int LIMBS = 5;
    /** Doubles of a block. */
    public static final int BLOCK = FqLanes.LANES * LIMBS;
    /** Longs of a block of {@link Fr}'s elements: word k of element e at 8 k + e. */
    public static final int WORDS = FqLanes.LANES * Fr.LIMBS;

    private static final long MASK = FqLanes.MASK;
    private static final long HALF = FqLanes.HALF;
    private static final double HIGH = 0x1.8p103;
    private static final double BOTH = HIGH + FqLanes.ROUND;
    private static final long HIGH_BITS = Double.doubleToRawLongBits(HIGH);
    private static final double PER_LIMB = 0x1p-51;
    private static final double MINUS_LIMB = -0x1p51;
    private static final long NEGATED_INVERSE = Fr.MODULUS.negate().modInverse(BigInteger.ONE.shiftLeft(FqLanes.BITS)).longValue();
    private static final double P0 = limb(0);
    private static final double P1 = limb(1);
    private static final double P2 = limb(2);
    private static final double P3 = limb(3);
    private static final double P4 = limb(4);
    private static final long L0 = FqLanes.limb(Fr.MODULUS, 0);
    private static final long L1 = FqLanes.limb(Fr.MODULUS, 1);
    private static final long L2 = FqLanes.limb(Fr.MODULUS, 2);
    private static final long L3 = FqLanes.limb(Fr.MODULUS, 3);
    private static final long L4 = FqLanes.limb(Fr.MODULUS, 4);
    private static final double PER_TOP = 1 / P4;
    private static final long[] START = new long[LIMBS];
    private static final long[] OPENED = new long[LIMBS];

    static {
        for (int k = 0; k < LIMBS; k++) {
            START[k] = -2 * (FqLanes.ROUND_BITS * (k + 1) + HIGH_BITS * k);
            OPENED[k] = -2 * (HIGH_BITS + (LIMBS - 1 - k) * (HIGH_BITS + FqLanes.ROUND_BITS));
        }
    }

    private FrLanes() {
    }

    /** Limbs of the order that are balanced but for the top one. */
    private static double limb(int k) {
        BigInteger rest = Fr.MODULUS.shiftRight(FqLanes.BITS * k);
        BigInteger rounded = k == 0 ? rest : rest.add(BigInteger.valueOf(Fr.MODULUS.testBit(FqLanes.BITS * k - 1) ? 1 : 0));
        if (k == LIMBS - 1) {
            return rounded.doubleValue();
        }
        long low = rounded.longValue() & MASK;
        return low >= HALF ? low - (MASK + 1) : low;
    }

    private static int at(int n) {
        return n / FqLanes.PARTS * BLOCK + n % FqLanes.PARTS * FqLanes.WIDTH;
    }

    /** (low, high) becomes (low + high * multiplier / 2^255, low - high * multiplier / 2^255), reduced, for so many blocks and one multiplier. */
    public static void split(double[] values, int low, int high, int blocks, double[] multiplier) {
        for (int n = 0; n < blocks * FqLanes.PARTS; n++) {
            splitVector(values, low + at(n), high + at(n), multiplier, n % FqLanes.PARTS * FqLanes.WIDTH);
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
            joinVector(values, low + at(n), high + at(n), multiplier, n % FqLanes.PARTS * FqLanes.WIDTH);
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
        reduceVector(values, lowAt);
        reduceVector(values, highAt);
    }

    /** values = values * multipliers / 2^255, reduced, block by block; multipliers may be the values. */
    public static void mul(double[] values, int i, double[] multipliers, int j, int blocks) {
        for (int n = 0; n < blocks * FqLanes.PARTS; n++) {
            mulVector(values, i + at(n), multipliers, j + at(n));
        }
    }

    private static void mulVector(double[] values, int at, double[] multiplier, int m) {
        DoubleVector a0 = DoubleVector.fromArray(FqLanes.DOUBLES, values, at + 0 * FqLanes.LANES);
        DoubleVector a1 = DoubleVector.fromArray(FqLanes.DOUBLES, values, at + 1 * FqLanes.LANES);
        DoubleVector a2 = DoubleVector.fromArray(FqLanes.DOUBLES, values, at + 2 * FqLanes.LANES);
        DoubleVector a3 = DoubleVector.fromArray(FqLanes.DOUBLES, values, at + 3 * FqLanes.LANES);
        DoubleVector a4 = DoubleVector.fromArray(FqLanes.DOUBLES, values, at + 4 * FqLanes.LANES);
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
        d0.intoArray(values, at + 0 * FqLanes.LANES);
        d1.intoArray(values, at + 1 * FqLanes.LANES);
        d2.intoArray(values, at + 2 * FqLanes.LANES);
        d3.intoArray(values, at + 3 * FqLanes.LANES);
        d4.intoArray(values, at + 4 * FqLanes.LANES);
        reduceVector(values, at);
    }

    /** Reduces values from -4p to 4p in limbs of at most 2^52. */
    public static void reduce(double[] values, int i, int blocks) {
        for (int n = 0; n < blocks * FqLanes.PARTS; n++) {
            reduceVector(values, i + at(n));
        }
    }

    static void reduceVector(double[] values, int at) {
        DoubleVector x0 = DoubleVector.fromArray(FqLanes.DOUBLES, values, at + 0 * FqLanes.LANES);
        DoubleVector x1 = DoubleVector.fromArray(FqLanes.DOUBLES, values, at + 1 * FqLanes.LANES);
        DoubleVector x2 = DoubleVector.fromArray(FqLanes.DOUBLES, values, at + 2 * FqLanes.LANES);
        DoubleVector x3 = DoubleVector.fromArray(FqLanes.DOUBLES, values, at + 3 * FqLanes.LANES);
        DoubleVector x4 = DoubleVector.fromArray(FqLanes.DOUBLES, values, at + 4 * FqLanes.LANES);
        DoubleVector round = DoubleVector.broadcast(FqLanes.DOUBLES, FqLanes.ROUND);
        DoubleVector perTop = DoubleVector.broadcast(FqLanes.DOUBLES, PER_TOP);
        DoubleVector perLimb = DoubleVector.broadcast(FqLanes.DOUBLES, PER_LIMB);
        DoubleVector minusLimb = DoubleVector.broadcast(FqLanes.DOUBLES, MINUS_LIMB);
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
        n0.fma(minusLimb, x0).intoArray(values, at);
        n1.fma(minusLimb, x1).add(n0).intoArray(values, at + 1 * FqLanes.LANES);
        n2.fma(minusLimb, x2).add(n1).intoArray(values, at + 2 * FqLanes.LANES);
        n3.fma(minusLimb, x3).add(n2).intoArray(values, at + 3 * FqLanes.LANES);
        x4.add(n3).intoArray(values, at + 4 * FqLanes.LANES);
    }

    /** The words' values, fresh. */
    public static void unpack(double[] out, int o, long[] words, int i, int blocks) {
        for (int n = 0; n < blocks * FqLanes.PARTS; n++) {
            int to = o + at(n);
            int from = i + n / FqLanes.PARTS * WORDS + n % FqLanes.PARTS * FqLanes.WIDTH;
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
            packVector(out, o + n / FqLanes.PARTS * WORDS + n % FqLanes.PARTS * FqLanes.WIDTH, values, i + at(n));
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
