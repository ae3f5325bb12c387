package io.cairn.proofs.curve;

import io.cairn.proofs.field.Fq;
import java.math.BigInteger;

/** The long part of every square root: a times its power by this exponent is a root of a, if there is one, or else of -a. */
final class RootPower {

    /** (p - 3) / 4. */
    static final BigInteger EXPONENT = Fq.MODULUS.subtract(BigInteger.valueOf(3)).shiftRight(2);

    private RootPower() {
    }

    /** Raises an element in place. */
    static void raise(long[] element, int at) {
        Fq.FIELD.power(element, at, element, at, EXPONENT);
    }
}
