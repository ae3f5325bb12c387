package io.cairn.proofs.pairing;

import io.cairn.proofs.field.Fq12;
import io.cairn.proofs.field.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A product of powers of elements of the target group. Since p = x modulo the group's order, for the curve's parameter x, a Frobenius map raises to x: an
 * exponent is cut into four digits to the base |x|, each half a word, and squarings are shared by all elements.
 */
public final class GtPowers {

    private static final Fq12 FIELD = Fq12.FIELD;
    private static final BigInteger BASE = new BigInteger(Long.toUnsignedString(PreparedG2.PARAMETER));
    private static final int DIGITS = 4;
    private static final int WIDTH = 5;
    private static final int ODD_POWERS = 1 << WIDTH - 2;
    /** Places of a 64-bit digit in signed form: one more than its bits. */
    private static final int PLACES = Long.SIZE + 1;

    private final List<long[]> oddPowers = new ArrayList<>();
    private final List<byte[][]> exponents = new ArrayList<>();

    /** Adds a factor element^exponent. */
    public GtPowers with(Gt element, Scalar exponent) {
        oddPowers.add(oddPowers(element.limbs()));
        byte[][] digits = new byte[DIGITS][];
        BigInteger rest = exponent.toBigInteger();
        for (int k = 0; k < DIGITS; k++) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            digits[k] = signedPlaces(parts[1]);
            rest = parts[0];
        }
        exponents.add(digits);
        return this;
    }

    /** The product of all factors. */
    public Gt product() {
        long[] product = new long[Fq12.LIMBS];
        FIELD.setOne(product, 0);
        for (int digit = DIGITS - 1; digit >= 0; digit--) {
            raiseToBase(product);
            FIELD.mul(product, 0, product, 0, ofDigit(digit), 0);
        }
        return new Gt(product);
    }

    /** a^|x|: x is negative, and the conjugate is the inverse. */
    private static void raiseToBase(long[] a) {
        FIELD.frobenius(a, 0, a, 0);
        FIELD.conjugate(a, 0, a, 0);
    }

    private long[] ofDigit(int digit) {
        long[] product = new long[Fq12.LIMBS];
        long[] inverse = new long[Fq12.LIMBS];
        FIELD.setOne(product, 0);
        for (int place = PLACES - 1; place >= 0; place--) {
            FIELD.squareCyclotomic(product, 0, product, 0);
            for (int k = 0; k < oddPowers.size(); k++) {
                int value = exponents.get(k)[digit][place];
                int at = Math.abs(value) / 2 * Fq12.LIMBS;
                if (value > 0) {
                    FIELD.mul(product, 0, product, 0, oddPowers.get(k), at);
                } else if (value < 0) {
                    FIELD.conjugate(inverse, 0, oddPowers.get(k), at);
                    FIELD.mul(product, 0, product, 0, inverse, 0);
                }
            }
        }
        return product;
    }

    /** a, a^3, a^5 and so on. */
    private static long[] oddPowers(long[] a) {
        long[] powers = new long[ODD_POWERS * Fq12.LIMBS];
        long[] square = new long[Fq12.LIMBS];
        FIELD.squareCyclotomic(square, 0, a, 0);
        System.arraycopy(a, 0, powers, 0, Fq12.LIMBS);
        for (int k = 1; k < ODD_POWERS; k++) {
            FIELD.mul(powers, k * Fq12.LIMBS, powers, (k - 1) * Fq12.LIMBS, square, 0);
        }
        return powers;
    }

    /** A number below 2^64 as the sum of 2^k times place k, where places are zero or odd and at least {@code WIDTH} apart. */
    private static byte[] signedPlaces(BigInteger number) {
        byte[] places = new byte[PLACES];
        BigInteger rest = number;
        for (int k = 0; rest.signum() != 0; k++) {
            if (rest.testBit(0)) {
                int low = rest.intValue() & (1 << WIDTH) - 1;
                places[k] = (byte) (low < 1 << WIDTH - 1 ? low : low - (1 << WIDTH));
                rest = rest.subtract(BigInteger.valueOf(places[k]));
            }
            rest = rest.shiftRight(1);
        }
        return places;
    }
}
