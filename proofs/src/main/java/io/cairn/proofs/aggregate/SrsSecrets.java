package io.cairn.proofs.aggregate;

import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import java.math.BigInteger;
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
        return new SrsSecrets(nonZero(random), nonZero(random));
    }

    private static Scalar nonZero(SecureRandom random) {
        BigInteger wide = new BigInteger(Fr.MODULUS.bitLength() + 128, random);
        return Scalar.of(wide.mod(Fr.MODULUS.subtract(BigInteger.ONE)).add(BigInteger.ONE));
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "SrsSecrets";
    }
}
