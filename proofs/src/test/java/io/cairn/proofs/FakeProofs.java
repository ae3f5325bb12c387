package io.cairn.proofs;

import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.G2;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.groth16.Proof;
import io.cairn.proofs.groth16.ToxicWaste;
import io.cairn.proofs.groth16.VerifyingKey;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;

/**
 * Proofs that verify though nothing was proved, forged with the secrets of the key: for tests of what is done with proofs, where real ones would take minutes.
 *
 * @param key   that of the circuit
 * @param waste the secrets that it was made from
 */
record FakeProofs(VerifyingKey key, ToxicWaste waste) {

    /** A proof for those inputs, the constant one left out. */
    Proof of(List<Scalar> inputs, Random random) {
        Scalar a = scalar(random);
        Scalar b = scalar(random);
        Point accumulated = key.ic().getFirst();
        for (int i = 0; i < inputs.size(); i++) {
            accumulated = accumulated.plus(key.ic().get(i + 1).times(inputs.get(i)));
        }
        Scalar perDelta = waste.delta().inverted();
        Point c = G1.GENERATOR.times(a.times(b).minus(waste.alpha().times(waste.beta())).times(perDelta))
                .plus(accumulated.times(waste.gamma().times(perDelta)).negated());
        return new Proof(G1.GENERATOR.times(a), G2.GENERATOR.times(b), c);
    }

    private static Scalar scalar(Random random) {
        return Scalar.of(new BigInteger(Fr.MODULUS.bitLength() - 1, random));
    }
}
