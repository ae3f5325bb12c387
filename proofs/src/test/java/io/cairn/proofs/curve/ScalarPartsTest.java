package io.cairn.proofs.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Limbs;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScalarPartsTest {

    static final BigInteger X = new BigInteger("d201000000010000", 16);
    private static final int RANDOM = 2000;

    /** Scalars with digits to the base |x| at their extremes, powers of it, and what is next to those; of either sign, below the modulus. */
    static List<BigInteger> extremes() {
        BigInteger half = X.shiftRight(1);
        BigInteger[] digits = {BigInteger.ZERO, BigInteger.ONE, BigInteger.ONE.negate(), half, half.negate(), half.subtract(BigInteger.ONE)};
        List<BigInteger> scalars = new ArrayList<>();
        for (BigInteger d0 : digits) {
            for (BigInteger d1 : digits) {
                for (BigInteger d2 : digits) {
                    for (BigInteger d3 : digits) {
                        scalars.add(d3.multiply(X).add(d2).multiply(X).add(d1).multiply(X).add(d0).mod(Fr.MODULUS));
                    }
                }
            }
        }
        for (int power = 1; power <= 4; power++) {
            for (int more = -2; more <= 2; more++) {
                scalars.add(X.pow(power).add(BigInteger.valueOf(more)).mod(Fr.MODULUS));
            }
        }
        scalars.add(Fr.MODULUS.shiftRight(1));
        scalars.add(Fr.MODULUS.shiftRight(1).add(BigInteger.ONE));
        return scalars;
    }

    private static List<BigInteger> scalars() {
        List<BigInteger> scalars = extremes();
        Random random = new Random(5);
        for (int k = 0; k < RANDOM; k++) {
            scalars.add(new BigInteger(1 + random.nextInt(254), random));
        }
        return scalars;
    }

    private static BigInteger base(ScalarParts parts) {
        return parts == ScalarParts.HALVES ? X.pow(2) : X;
    }

    @ParameterizedTest
    @EnumSource
    void partsMakeUpTheScalarAndAreShort(ScalarParts parts) {
        for (BigInteger scalar : scalars()) {
            long[] limbs = Limbs.of(scalar, Fr.LIMBS);
            SignedDigits.makeSmall(limbs, 0);
            BigInteger small = Limbs.toBigInteger(limbs, 0, Fr.LIMBS);
            parts.split(limbs, 0);
            BigInteger sum = BigInteger.ZERO;
            for (int part = 0; part < parts.count(); part++) {
                BigInteger value = Limbs.toBigInteger(limbs, part * parts.limbs(), parts.limbs());
                if (limbs[(part + 1) * parts.limbs() - 1] < 0) {
                    value = value.subtract(BigInteger.ONE.shiftLeft(Long.SIZE * parts.limbs()));
                }
                assertTrue(value.abs().bitLength() <= parts.bits(), () -> scalar.toString(16));
                sum = sum.add(value.multiply(base(parts).pow(part)));
            }
            assertEquals(small, sum);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HALVES", "QUARTERS"})
    void oddDigitsMakeUpTheScalar(ScalarParts parts) {
        for (BigInteger scalar : scalars()) {
            OddDigits digits = new OddDigits(montgomery(scalar), parts);
            assertTrue(digits.places() <= parts.limbs() * Long.SIZE / OddDigits.WIDTH);
            BigInteger sum = BigInteger.ZERO;
            for (int part = 0; part < parts.count(); part++) {
                for (int place = 0; place < digits.places(); place++) {
                    int digit = digits.digit(part, place, digits.places());
                    assertTrue((digit & 1) == 1 && Math.abs(digit) < 16, () -> scalar.toString(16));
                    sum = sum.add(base(parts).pow(part).multiply(BigInteger.valueOf(digit)).shiftLeft(place * OddDigits.WIDTH));
                }
            }
            assertEquals(scalar, sum.mod(Fr.MODULUS));
        }
    }

    private static long[] montgomery(BigInteger scalar) {
        long[] limbs = new long[Fr.LIMBS];
        Fr.fromBigInteger(limbs, 0, scalar);
        return limbs;
    }

    @Test
    void randomFactorsTakeFewSteps() {
        SecureRandom random = new SecureRandom();
        for (int k = 0; k < 200; k++) {
            long[] factor = new long[Fr.LIMBS];
            RandomFactors.next(random).copyTo(factor, 0);
            assertTrue(new OddDigits(factor, ScalarParts.HALVES).places() <= 17);
        }
    }

    @Test
    void basesBelongToTheGroupsOrder() {
        assertEquals(Fr.MODULUS, X.pow(4).subtract(X.pow(2)).add(BigInteger.ONE));
    }
}
