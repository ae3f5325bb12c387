package io.cairn.proofs.field;

import java.math.BigInteger;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products in {@link Fq} for eight elements at a time, in lanes of vectors.
 *
 * <p>A block of {@value #BLOCK} doubles holds eight elements: limb k of element e at 8 k + e. An element is the sum of its 8 limbs times 2^51k, any
 * integer of that residue class. Limbs are integers of either sign; <em>balanced</em> ones are at most 2^50 + 2^13 in absolute value, the top limb too.
 *
 * <p>A product of limbs costs two fused multiply-adds: the first, onto 1.5 * 2^103, leaves in its mantissa the product's multiple of 2^51, rounded; the second
 * the remainder. Their raw bits are summed in columns of 64-bit integers, from which the constants' bits are taken out at the start. Both are exact
 * as long as each product of limbs is below 2^102 in absolute value, which is the precondition of everything here.
 */
public final class FqLanes {

    /** Elements of a block. */
    public static final int LANES = 8;
    /** Limbs of an element. */
    public static final int LIMBS = 8;
    /** A product loses two to this power. */
    public static final int FACTOR = 51 * LIMBS;
    /** Doubles of a block. */
    public static final int BLOCK = LANES * LIMBS;

    static final int BITS = FACTOR / LIMBS;
    static final long MASK = (1L << BITS) - 1;
    static final long HALF = 1L << BITS - 1;
    /** Adding it to a double of less than 2^51 in absolute value leaves that integer in the low bits. */
    static final double ROUND = 0x1.8p52;
    static final long ROUND_BITS = Double.doubleToRawLongBits(ROUND);
    static final double TWO_52 = 0x1p52;
    static final long TWO_52_BITS = Double.doubleToRawLongBits(TWO_52);
    static final VectorSpecies<Double> DOUBLES = VectorWidth.chosen() == VectorWidth.BITS_256 ? DoubleVector.SPECIES_256 : DoubleVector.SPECIES_512;
    static final VectorSpecies<Long> LONGS = VectorWidth.chosen() == VectorWidth.BITS_256 ? LongVector.SPECIES_256 : LongVector.SPECIES_512;
    /** Lanes of one vector. */
    static final int WIDTH = DOUBLES.length();
    /** Vectors that the limbs of one place in a block fill. */
    static final int PARTS = LANES / WIDTH;

    private static final double HIGH = 0x1.8p103;
    private static final double BOTH = HIGH + ROUND;
    private static final long HIGH_BITS = Double.doubleToRawLongBits(HIGH);
    private static final long NEGATED_INVERSE = Fq.MODULUS.negate().modInverse(BigInteger.ONE.shiftLeft(BITS)).longValue();
    private static final double[] P = balanced(Fq.MODULUS);
    private static final double P0 = P[0];
    private static final double P1 = P[1];
    private static final double P2 = P[2];
    private static final double P3 = P[3];
    private static final double P4 = P[4];
    private static final double P5 = P[5];
    private static final double P6 = P[6];
    private static final double P7 = P[7];
    /** Column k's value before the first round: half a limb, less the constants that it will have gathered when it is the lowest. */
    private static final long[] START = new long[LIMBS];
    /** The same of the column that a round opens at the top. */
    private static final long[] OPENED = new long[LIMBS];

    static {
        for (int k = 0; k < LIMBS; k++) {
            START[k] = HALF - ROUND_BITS * (2 * k + 1) - HIGH_BITS * 2 * k;
            OPENED[k] = (k == LIMBS - 1 ? 0 : HALF) - 2 * (HIGH_BITS + (LIMBS - 1 - k) * (HIGH_BITS + ROUND_BITS));
        }
    }

    private FqLanes() {
    }

    private static double[] balanced(BigInteger value) {
        double[] out = new double[LIMBS];
        BigInteger rest = value;
        for (int k = 0; k < LIMBS; k++) {
            long limb = k == LIMBS - 1 ? rest.longValueExact() : rest.longValue() << Long.SIZE - BITS >> Long.SIZE - BITS;
            out[k] = limb;
            rest = rest.subtract(BigInteger.valueOf(limb)).shiftRight(BITS);
        }
        return out;
    }

    static long limb(BigInteger value, int k) {
        return value.shiftRight(BITS * k).longValue() & MASK;
    }

    /** Where vector {@code n} of a run of blocks begins. */
    static int at(int n) {
        return n / PARTS * BLOCK + n % PARTS * WIDTH;
    }

    /**
     * out = a * b / 2^408, block by block; out may be a or b.
     *
     * <p>Before: products of limbs below 2^102; |a b| below 2^408 p. After: at most p / 2 + p / 2^20 in absolute value if |a b| is below 2^388 p; limbs balanced.
     */
    public static void mul(double[] out, int o, double[] a, int i, double[] b, int j, int blocks) {
        for (int n = 0; n < blocks * PARTS; n++) {
            int at = at(n);
            mulVector(out, o + at, a, i + at, b, j + at);
        }
    }

    /**
     * Eight rounds of Montgomery's reduction. Written out, because a vector that crosses a call which is not inlined is allocated.
     *
     * <p>Half a limb is in every column from the start, so that plain shifts and masks round to the nearest. Then what the lowest column carries does not have
     * to wait for q: the lower half of q p0 is what that column lacks to the nearest multiple of a limb. Where it stands in the middle between two
     * (q is -2^50), the upper half is rounded to an even number, which is the right one because p is 3 modulo 4.
     */
    private static void mulVector(double[] out, int o, double[] a, int i, double[] b, int j) {
        DoubleVector a0 = DoubleVector.fromArray(DOUBLES, a, i + 0 * LANES);
        DoubleVector a1 = DoubleVector.fromArray(DOUBLES, a, i + 1 * LANES);
        DoubleVector a2 = DoubleVector.fromArray(DOUBLES, a, i + 2 * LANES);
        DoubleVector a3 = DoubleVector.fromArray(DOUBLES, a, i + 3 * LANES);
        DoubleVector a4 = DoubleVector.fromArray(DOUBLES, a, i + 4 * LANES);
        DoubleVector a5 = DoubleVector.fromArray(DOUBLES, a, i + 5 * LANES);
        DoubleVector a6 = DoubleVector.fromArray(DOUBLES, a, i + 6 * LANES);
        DoubleVector a7 = DoubleVector.fromArray(DOUBLES, a, i + 7 * LANES);
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
            DoubleVector y = DoubleVector.fromArray(DOUBLES, b, j + round * LANES);
            LongVector c8 = LongVector.broadcast(LONGS, OPENED[round]);
            DoubleVector h = a0.fma(y, high);
            c1 = c1.add(h.reinterpretAsLongs());
            c0 = c0.add(a0.fma(y, both.sub(h)).reinterpretAsLongs());
            DoubleVector q = c0.mul(NEGATED_INVERSE).and(MASK).or(TWO_52_BITS).reinterpretAsDoubles().sub(TWO_52 + HALF);
            c1 = c1.add(c0.lanewise(VectorOperators.ASHR, BITS));
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
            h = a5.fma(y, high);
            c6 = c6.add(h.reinterpretAsLongs());
            c5 = c5.add(a5.fma(y, both.sub(h)).reinterpretAsLongs());
            h = a6.fma(y, high);
            c7 = c7.add(h.reinterpretAsLongs());
            c6 = c6.add(a6.fma(y, both.sub(h)).reinterpretAsLongs());
            h = a7.fma(y, high);
            c8 = c8.add(h.reinterpretAsLongs());
            c7 = c7.add(a7.fma(y, both.sub(h)).reinterpretAsLongs());
            DoubleVector p = DoubleVector.broadcast(DOUBLES, P0);
            c1 = c1.add(q.fma(p, high).reinterpretAsLongs());
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
        c1 = c1.add(c0.lanewise(VectorOperators.ASHR, BITS));
        c2 = c2.add(c1.lanewise(VectorOperators.ASHR, BITS));
        c3 = c3.add(c2.lanewise(VectorOperators.ASHR, BITS));
        c4 = c4.add(c3.lanewise(VectorOperators.ASHR, BITS));
        c5 = c5.add(c4.lanewise(VectorOperators.ASHR, BITS));
        c6 = c6.add(c5.lanewise(VectorOperators.ASHR, BITS));
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
