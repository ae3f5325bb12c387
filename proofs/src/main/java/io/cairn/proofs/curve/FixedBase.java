package io.cairn.proofs.curve;

import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.field.Fr;
import java.math.BigInteger;

/** Multiples of one point by many scalars, from a table of its multiples in every window. Safe for many threads. */
public final class FixedBase {

    private static final int BATCH = 1024;
    private static final int WIDEST = 16;

    private final Curve curve;
    private final SignedDigits digits;
    private final long[] table;

    private FixedBase(Curve curve, SignedDigits digits, long[] table) {
        this.curve = curve;
        this.digits = digits;
        this.table = table;
    }

    /** Prepares a table whose size suits the number of scalars expected. */
    public static FixedBase of(Point base, long expectedScalars) {
        int width = (int) Math.clamp(64L - Long.numberOfLeadingZeros(Math.max(1, expectedScalars) / 4), 4, WIDEST);
        SignedDigits digits = new SignedDigits(width, SignedDigits.SCALAR_BITS);
        Curve curve = base.curve();
        long[] table = new long[digits.windows() * digits.half() * curve.affineLimbs()];
        AffineAdder adder = AffineAdder.of(curve, BATCH);
        adder.over(table, table, table);
        Point shifted = base;
        for (int window = 0; window < digits.windows(); window++) {
            shifted.copyTo(table, window * digits.half() * curve.affineLimbs());
            fill(adder, window * digits.half(), digits.half());
            shifted = timesPowerOfTwo(shifted, digits.width());
        }
        return new FixedBase(curve, digits, table);
    }

    private static Point timesPowerOfTwo(Point point, int exponent) {
        long[] product = new long[point.curve().jacobianLimbs()];
        point.curve().multiply(product, 0, point.toAffine(), 0, BigInteger.ONE.shiftLeft(exponent));
        return Point.ofJacobian(point.curve(), product, 0);
    }

    /** From the point at {@code first} its multiples behind it, doubling their number in each round. */
    private static void fill(AffineAdder adder, int first, int count) {
        for (int known = 1; known < count; known *= 2) {
            for (int k = 0; k < known; k++) {
                if (k % BATCH == 0) {
                    ProofDispatcher.giveWay();
                }
                adder.add(first + k << 1, first + known - 1 << 1, first + known + k);
            }
            adder.flush();
        }
    }

    /**
     * Affine products of the base by scalars.
     *
     * @param scalars Montgomery limbs of {@code count} scalars from {@code at} on
     */
    public long[] multiply(long[] scalars, int at, int count) {
        long[] biased = new long[Fr.LIMBS * count];
        for (int k = 0; k < count; k++) {
            Fr.toCanonical(biased, Fr.LIMBS * k, scalars, at + Fr.LIMBS * k);
            digits.bias(biased, Fr.LIMBS * k);
        }
        long[] products = new long[count * curve.affineLimbs()];
        AffineAdder adder = AffineAdder.of(curve, BATCH);
        adder.over(products, table, products);
        for (int window = 0; window < digits.windows(); window++) {
            ProofDispatcher.giveWay();
            addWindow(adder, biased, count, window);
        }
        return products;
    }

    private void addWindow(AffineAdder adder, long[] biased, int count, int window) {
        int first = window * digits.half() - 1;
        for (int k = 0; k < count; k++) {
            int digit = digits.digit(biased, Fr.LIMBS * k, window);
            if (digit != 0) {
                adder.add(k << 1, first + Math.abs(digit) << 1 | (digit < 0 ? 1 : 0), k);
            }
        }
        adder.flush();
    }
}
