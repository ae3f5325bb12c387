package io.cairn.proofs.field;

import java.math.BigInteger;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Products in {@link Fr} for eight elements at a time, in the manner of {@link FqLanes}: 5 limbs of 51 bits, Montgomery's factor 2^255.
 *
 * <p>A block of {@value #BLOCK} doubles holds limb k of element e at 8 k + e. A <em>reduced</em> element is between -p/2 and p/2, but for 2^-40 of it, in limbs of
 * at most 2^50 + 8, the top limb within that value; a <em>fresh</em> one is from 0 to p - 1 in limbs from 0 to 2^51 - 1. Multipliers are always reduced.
 */
public final class FrLanes {

    /** Limbs of an element. */
    public static final int LIMBS = 5;
    /** Doubles of a block. */
    public static final int BLOCK = FqLanes.LANES * LIMBS;

    private static final long MASK = FqLanes.MASK;
    private static final long HALF = FqLanes.HALF;
    static final double HIGH = 0x1.8p103;
    static final double BOTH = HIGH + FqLanes.ROUND;
    private static final long HIGH_BITS = Double.doubleToRawLongBits(HIGH);
    static final double PER_LIMB = 0x1p-51;
    static final double MINUS_LIMB = -0x1p51;
    static final long NEGATED_INVERSE = Fr.MODULUS.negate().modInverse(BigInteger.ONE.shiftLeft(FqLanes.BITS)).longValue();
    static final double P0 = limb(0);
    static final double P1 = limb(1);
    static final double P2 = limb(2);
    static final double P3 = limb(3);
    static final double P4 = limb(4);
    static final double PER_TOP = 1 / P4;
    static final long[] START = new long[LIMBS];
    static final long[] OPENED = new long[LIMBS];

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

    /** Where vector n of some blocks begins. */
    static int at(int n) {
        return n / FqLanes.PARTS * BLOCK + n % FqLanes.PARTS * FqLanes.WIDTH;
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
}
