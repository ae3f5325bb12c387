package io.cairn.proofs.aggregate;

import io.cairn.proofs.field.Scalar;
import java.security.SecureRandom;

/**
 * The two secrets whose powers an SRS holds; who knows them can forge aggregates.
 *
 * @param a not zero
 * @param b not zero
 */
public record SrsSecrets(Scalar a, Scalar b) {

    public SrsSecrets {
        if (a.isZero() || b.isZero()) {
            throw new IllegalArgumentException("a secret of the SRS is zero");
        }
    }

    /** Fresh secrets. */
    public static SrsSecrets random(SecureRandom random) {
        return new SrsSecrets(Scalar.randomNonZero(random), Scalar.randomNonZero(random));
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "SrsSecrets";
    }
}
