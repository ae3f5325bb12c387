package io.cairn.proofs.curve;

import io.cairn.proofs.field.Scalar;
import java.math.BigInteger;
import java.security.SecureRandom;

/**
 * Random factors for equations that are combined, of 2^128 different ones. {@link PointMultiples} needs a quarter of the steps for them that it needs for 256
 * bits: their digits to the base |x| are odd, which spares the change that makes them so, and every second one is tiny.
 */
public final class RandomFactors {

    private static final BigInteger X = new BigInteger(Long.toUnsignedString(ScalarParts.X));
    private static final int LONG_BITS = 62;
    private static final int SHORT_BITS = 2;

    private RandomFactors() {
    }

    /** A factor other than zero. */
    public static Scalar next(SecureRandom random) {
        BigInteger sum = BigInteger.ZERO;
        for (int part = 0; part < 2; part++) {
            sum = sum.multiply(X).add(odd(SHORT_BITS, random)).multiply(X).add(odd(LONG_BITS, random));
        }
        return Scalar.of(sum);
    }

    /** One of 2^bits odd numbers, half of them negative. */
    private static BigInteger odd(int bits, SecureRandom random) {
        return new BigInteger(bits, random).shiftLeft(1).setBit(0).subtract(BigInteger.ONE.shiftLeft(bits));
    }
}
