package io.cairn.proofs.groth16;

import io.cairn.proofs.field.Scalar;
import java.security.SecureRandom;

/**
 * The secrets of a parameter generation; who knows them can forge proofs. None is zero; the generators of the groups are the standard ones.
 *
 * @param tau the point at which the circuit's polynomials are evaluated
 */
public record ToxicWaste(Scalar alpha, Scalar beta, Scalar gamma, Scalar delta, Scalar tau) {

    public ToxicWaste {
        if (alpha.isZero() || beta.isZero() || gamma.isZero() || delta.isZero() || tau.isZero()) {
            throw new IllegalArgumentException("a scalar of the toxic waste is zero");
        }
    }

    /** Fresh secrets. */
    public static ToxicWaste random(SecureRandom random) {
        return new ToxicWaste(Scalar.randomNonZero(random), Scalar.randomNonZero(random), Scalar.randomNonZero(random),
                Scalar.randomNonZero(random), Scalar.randomNonZero(random));
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "ToxicWaste";
    }
}
