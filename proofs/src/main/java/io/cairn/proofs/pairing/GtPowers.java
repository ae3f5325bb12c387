package io.cairn.proofs.pairing;

import io.cairn.proofs.field.Scalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A product of powers of elements of the target group. Since p = x modulo the group's order, for the curve's parameter x, a Frobenius map raises to x: an
 * exponent is cut into four digits to the base |x|, each half a word, and squarings are shared by all elements.
 */
public final class GtPowers {

    private static final BigInteger BASE = new BigInteger(Long.toUnsignedString(PreparedG2.PARAMETER));
    private static final int DIGITS = 4;
    private static final int WIDTH = 5;
    private static final int ODD_POWERS = 1 << WIDTH - 2;
    /** Places of a 64-bit digit in signed form: one more than its bits. */
    private static final int PLACES = Long.SIZE + 1;

    private final List<long[]> elements = new ArrayList<>();
    private final List<byte[][]> exponents = new ArrayList<>();

    /** Adds a factor element^exponent. */
    public GtPowers with(Gt element, Scalar exponent) {
        elements.add(element.limbs());
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
        return new Gt(new Product<>(TargetField.chosen()).limbs());
    }

    private final class Product<E> {

        private final TargetField<E> field;
        private final List<List<E>> oddPowers = new ArrayList<>();

        private Product(TargetField<E> field) {
            this.field = field;
            elements.forEach(element -> oddPowers.add(oddPowers(field.fromWords(element))));
        }

        private long[] limbs() {
            E product = field.one();
            for (int digit = DIGITS - 1; digit >= 0; digit--) {
                raiseToBase(product);
                field.mul(product, product, ofDigit(digit));
            }
            return field.toWords(product);
        }

        /** a^|x|: x is negative, and the conjugate is the inverse. */
        private void raiseToBase(E a) {
            field.frobenius(a, a);
            field.conjugate(a, a);
        }

        private E ofDigit(int digit) {
            E product = field.one();
            E inverse = field.one();
            for (int place = PLACES - 1; place >= 0; place--) {
                field.squareCyclotomic(product, product);
                for (int k = 0; k < oddPowers.size(); k++) {
                    int value = exponents.get(k)[digit][place];
                    if (value > 0) {
                        field.mul(product, product, oddPowers.get(k).get(value / 2));
                    } else if (value < 0) {
                        field.conjugate(inverse, oddPowers.get(k).get(-value / 2));
                        field.mul(product, product, inverse);
                    }
                }
            }
            return product;
        }

        /** a, a^3, a^5 and so on. */
        private List<E> oddPowers(E a) {
            List<E> powers = new ArrayList<>();
            E square = field.one();
            field.squareCyclotomic(square, a);
            powers.add(a);
            while (powers.size() < ODD_POWERS) {
                E next = field.copy(powers.getLast());
                field.mul(next, next, square);
                powers.add(next);
            }
            return powers;
        }
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
