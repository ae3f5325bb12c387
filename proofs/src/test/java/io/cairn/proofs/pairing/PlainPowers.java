package io.cairn.proofs.pairing;

import io.cairn.proofs.field.Fq12;
import io.cairn.proofs.field.Scalar;

/** Powers in the target group bit by bit, to compare {@link GtPowers} and pairings with. */
final class PlainPowers {

    private PlainPowers() {
    }

    static Gt power(Gt element, Scalar exponent) {
        long[] out = new long[Fq12.LIMBS];
        Fq12.FIELD.power(out, 0, element.limbs(), 0, exponent.toBigInteger());
        return new Gt(out);
    }
}
