package io.cairn.proofs.field;

import java.math.BigInteger;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Sums of products in {@link Fr} with one reduction, for eight elements at a time, in the manner of {@link FrLanes}: the products of a row and of a state of which
 * every element is a block.
 *
 * <p>The row's numbers are the same in all lanes and stand as {@value FrLanes#LIMBS} limbs each, as {@link #multiplier} makes them.
 */
public final class FrLaneSums {

    /** The largest number of products that one sum may have. */
    public static final int MOST_TERMS = 15;

    private static final double HIGH = 0x1.8p103;
    private static final double BOTH = HIGH + FqLanes.ROUND;
    private static final long HIGH_BITS = Double.doubleToRawLongBits(HIGH);
    private static final int HALF_TOP = 26;
    private static final long HALF_TOP_MASK = (1L << HALF_TOP) - 1;
    private static final BigInteger RADIX = BigInteger.ONE.shiftLeft(FqLanes.BITS);
    private static final double[] P = multiplier(Fr.MODULUS);
    private static final double P0 = P[0];
    private static final double P1 = P[1];
    private static final double P2 = P[2];
    private static final double P3 = P[3];
    private static final double P4 = P[4];

    private FrLaneSums() {
    }

    /** The limbs of an integer of at most the order in absolute value: of at most 2^50 each, but for the top one. */
    private static double[] multiplier(BigInteger value) {
        double[] limbs = new double[FrLanes.LIMBS];
        BigInteger rest = value;
        for (int k = 0; k < FrLanes.LIMBS - 1; k++) {
            BigInteger low = rest.mod(RADIX);
            BigInteger balanced = low.bitLength() == FqLanes.BITS ? low.subtract(RADIX) : low;
            limbs[k] = balanced.doubleValue();
            rest = rest.subtract(balanced).shiftRight(FqLanes.BITS);
        }
        limbs[FrLanes.LIMBS - 1] = rest.doubleValue();
        return limbs;
    }

    /** Writes the limbs of an element's representative between -p/2 and p/2. */
    public static void multiplier(double[] out, int o, Scalar element) {
        BigInteger value = element.toBigInteger();
        BigInteger nearest = value.shiftLeft(1).compareTo(Fr.MODULUS) > 0 ? value.subtract(Fr.MODULUS) : value;
        System.arraycopy(multiplier(nearest), 0, out, o, FrLanes.LIMBS);
    }

    /** Writes a block that holds the element in all lanes, reduced. */
    public static void splat(double[] out, int o, Scalar element) {
        double[] limbs = new double[FrLanes.LIMBS];
        multiplier(limbs, 0, element);
        for (int n = 0; n < FrLanes.BLOCK; n++) {
            out[o + n] = limbs[n / FqLanes.LANES];
        }
    }

    /** out = a + b, not reduced: one block. */
    public static void add(double[] out, int o, double[] a, int i, double[] b, int j) {
        for (int n = 0; n < FrLanes.BLOCK; n += FqLanes.WIDTH) {
            DoubleVector.fromArray(FqLanes.DOUBLES, a, i + n).add(DoubleVector.fromArray(FqLanes.DOUBLES, b, j + n)).intoArray(out, o + n);
        }
    }

    /**
     * out = addend + (values[0] * row[0] + ... + values[terms - 1] * row[terms - 1]) / 2^255; out may be the addend.
     *
     * <p>Before: at most {@value #MOST_TERMS} terms; values and addend reduced. After: reduced. Each term is below (p/2)^2 / 2^255 < 0.23 p, so with addend and
     * quotients the sum stays below (15 * 0.23 + 1/2 + 1/2) p < 4.4 p < 2^257, and its top limb below 2^53; a column gathers at most 16 * 10 numbers below
     * 2^51 + 2^12; products of limbs are below 2^102.
     */
    public static void sum(double[] out, int o, double[] addend, int a, double[] values, int v, double[] row, int r, int terms) {
        for (int part = 0; part < FqLanes.LANES; part += FqLanes.WIDTH) {
            sumVector(out, o + part, addend, a + part, values, v + part, row, r, terms);
        }
    }

    private static void sumVector(double[] out, int o, double[] addend, int a, double[] values, int v, double[] row, int r, int terms) {
        // What the constants' bits add up to in a column of n products, taken out where the column begins.
        long low = -(terms + 1) * FqLanes.ROUND_BITS;
        long high = -(terms + 1) * HIGH_BITS;
        LongVector c0 = LongVector.broadcast(FqLanes.LONGS, low);
        LongVector c1 = LongVector.broadcast(FqLanes.LONGS, 2 * low + high);
        LongVector c2 = LongVector.broadcast(FqLanes.LONGS, 3 * low + 2 * high);
        LongVector c3 = LongVector.broadcast(FqLanes.LONGS, 4 * low + 3 * high);
        LongVector c4 = LongVector.broadcast(FqLanes.LONGS, 5 * low + 4 * high);
        DoubleVector upper = DoubleVector.broadcast(FqLanes.DOUBLES, HIGH);
        DoubleVector both = DoubleVector.broadcast(FqLanes.DOUBLES, BOTH);
        for (int round = 0; round < FrLanes.LIMBS; round++) {
            LongVector c5 = DoubleVector.fromArray(FqLanes.DOUBLES, addend, a + round * FqLanes.LANES).add(FqLanes.ROUND).reinterpretAsLongs()
                    .add((FrLanes.LIMBS - 1 - round) * low + (FrLanes.LIMBS - round) * high - FqLanes.ROUND_BITS);
            for (int k = 0; k < terms; k++) {
                DoubleVector y = DoubleVector.broadcast(FqLanes.DOUBLES, row[r + k * FrLanes.LIMBS + round]);
                int x = v + k * FrLanes.BLOCK;
                DoubleVector x0 = DoubleVector.fromArray(FqLanes.DOUBLES, values, x);
                DoubleVector h = x0.fma(y, upper);
                c1 = c1.add(h.reinterpretAsLongs());
                c0 = c0.add(x0.fma(y, both.sub(h)).reinterpretAsLongs());
                DoubleVector x1 = DoubleVector.fromArray(FqLanes.DOUBLES, values, x + FqLanes.LANES);
                h = x1.fma(y, upper);
                c2 = c2.add(h.reinterpretAsLongs());
                c1 = c1.add(x1.fma(y, both.sub(h)).reinterpretAsLongs());
                DoubleVector x2 = DoubleVector.fromArray(FqLanes.DOUBLES, values, x + 2 * FqLanes.LANES);
                h = x2.fma(y, upper);
                c3 = c3.add(h.reinterpretAsLongs());
                c2 = c2.add(x2.fma(y, both.sub(h)).reinterpretAsLongs());
                DoubleVector x3 = DoubleVector.fromArray(FqLanes.DOUBLES, values, x + 3 * FqLanes.LANES);
                h = x3.fma(y, upper);
                c4 = c4.add(h.reinterpretAsLongs());
                c3 = c3.add(x3.fma(y, both.sub(h)).reinterpretAsLongs());
                DoubleVector x4 = DoubleVector.fromArray(FqLanes.DOUBLES, values, x + 4 * FqLanes.LANES);
                h = x4.fma(y, upper);
                c5 = c5.add(h.reinterpretAsLongs());
                c4 = c4.add(x4.fma(y, both.sub(h)).reinterpretAsLongs());
            }
            // The quotient is -c0 (2^32 + 1) modulo 2^51, balanced.
            LongVector negated = c0.add(c0.lanewise(VectorOperators.LSHL, 32)).neg();
            DoubleVector q = negated.add(FqLanes.HALF).and(FqLanes.MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52 + FqLanes.HALF);
            DoubleVector h = q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P0), upper);
            c1 = c1.add(h.reinterpretAsLongs());
            c0 = c0.add(q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P0), both.sub(h)).reinterpretAsLongs());
            c1 = c1.add(c0.lanewise(VectorOperators.ASHR, FqLanes.BITS));
            h = q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P1), upper);
            c2 = c2.add(h.reinterpretAsLongs());
            c0 = c1.add(q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P1), both.sub(h)).reinterpretAsLongs());
            h = q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P2), upper);
            c3 = c3.add(h.reinterpretAsLongs());
            c1 = c2.add(q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P2), both.sub(h)).reinterpretAsLongs());
            h = q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P3), upper);
            c4 = c4.add(h.reinterpretAsLongs());
            c2 = c3.add(q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P3), both.sub(h)).reinterpretAsLongs());
            h = q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P4), upper);
            c5 = c5.add(h.reinterpretAsLongs());
            c3 = c4.add(q.fma(DoubleVector.broadcast(FqLanes.DOUBLES, P4), both.sub(h)).reinterpretAsLongs());
            c4 = c5;
        }
        c0 = c0.add(FqLanes.HALF);
        c1 = c1.add(FqLanes.HALF).add(c0.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        c2 = c2.add(FqLanes.HALF).add(c1.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        c3 = c3.add(FqLanes.HALF).add(c2.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        c4 = c4.add(c3.lanewise(VectorOperators.ASHR, FqLanes.BITS));
        c0.and(FqLanes.MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52 + FqLanes.HALF).intoArray(out, o);
        c1.and(FqLanes.MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52 + FqLanes.HALF).intoArray(out, o + FqLanes.LANES);
        c2.and(FqLanes.MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52 + FqLanes.HALF).intoArray(out, o + 2 * FqLanes.LANES);
        c3.and(FqLanes.MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52 + FqLanes.HALF).intoArray(out, o + 3 * FqLanes.LANES);
        // The top column, below 2^53, becomes a double in two halves.
        DoubleVector top = c4.lanewise(VectorOperators.ASHR, HALF_TOP).add(FqLanes.ROUND_BITS).reinterpretAsDoubles().sub(FqLanes.ROUND);
        DoubleVector rest = c4.and(HALF_TOP_MASK).or(FqLanes.TWO_52_BITS).reinterpretAsDoubles().sub(FqLanes.TWO_52);
        top.fma(DoubleVector.broadcast(FqLanes.DOUBLES, HALF_TOP_MASK + 1.0), rest).intoArray(out, o + 4 * FqLanes.LANES);
        FrLanes.reduceVector(out, o);
    }
}
