package io.cairn.proofs.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Limbs;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedDigitsTest {

    /** Of every length the smallest number, the largest and one between: the digits that the length admits make up the number, the others are zero. */
    @ParameterizedTest
    @CsvSource({"2,254", "3,254", "5,254", "7,254", "10,254", "13,254", "15,254", "2,127", "5,127", "13,127", "16,127", "2,63", "7,63", "13,63", "16,63"})
    void digitsOfALengthAreTheWholeNumber(int width, int most) {
        SignedDigits digits = new SignedDigits(width, most);
        Random random = new Random(width);
        for (int bits = 1; bits <= most; bits++) {
            BigInteger smallest = BigInteger.TWO.pow(bits - 1);
            for (BigInteger number : new BigInteger[] {smallest, smallest.shiftLeft(1).subtract(BigInteger.ONE), smallest.add(new BigInteger(bits - 1, random))}) {
                long[] limbs = Limbs.of(number, Fr.LIMBS);
                digits.bias(limbs, 0);
                BigInteger sum = BigInteger.ZERO;
                for (int window = 0; window < digits.windows(); window++) {
                    int digit = digits.digit(limbs, 0, window);
                    assertTrue(Math.abs(digit) <= digits.half());
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
