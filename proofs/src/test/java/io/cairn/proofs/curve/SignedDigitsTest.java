package io.cairn.proofs.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Limbs;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedDigitsTest {

    /** Of every length the smallest number, the largest and one between: the digits that the length admits make up the number, the others are zero. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 7, 10, 13, 15})
    void digitsOfALengthAreTheWholeNumber(int width) {
        SignedDigits digits = new SignedDigits(width, SignedDigits.SMALL_BITS);
        Random random = new Random(width);
        for (int bits = 1; bits < SignedDigits.SMALL_BITS; bits++) {
            BigInteger smallest = BigInteger.TWO.pow(bits - 1);
            for (BigInteger number : new BigInteger[] {smallest, smallest.shiftLeft(1).subtract(BigInteger.ONE), smallest.add(new BigInteger(bits - 1, random))}) {
                long[] limbs = Limbs.of(number, Fr.LIMBS);
                assertEquals(bits, SignedDigits.bitLength(limbs, 0));
                digits.bias(limbs, 0);
                BigInteger sum = BigInteger.ZERO;
                for (int window = 0; window < digits.windows(); window++) {
                    int digit = digits.digit(limbs, 0, window);
                    sum = sum.add(BigInteger.valueOf(digit).shiftLeft(window * width));
                    if (window >= digits.windows(bits)) {
                        assertEquals(0, digit, () -> number + " has a digit above its windows");
                    }
                }
                assertEquals(number, sum);
            }
        }
    }
}
