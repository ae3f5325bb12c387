package io.cairn.benchmarks;

import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.G2;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.groth16.Proof;
import io.cairn.proofs.groth16.VerifyingKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Proofs that verify without anything having been proved, made from the secrets of a key of their own.
 *
 * @param key    for as many inputs as a replication proof of 2 KiB has
 * @param proofs each different
 * @param inputs a list for each proof
 */
record SimulatedProofs(VerifyingKey key, List<Proof> proofs, List<List<Scalar>> inputs) {

    private static final int INPUTS = 39;

    static SimulatedProofs of(int count) {
        Random random = new Random(1);
        Scalar alpha = scalar(random);
        Scalar beta = scalar(random);
        Scalar gamma = scalar(random);
        Scalar delta = scalar(random);
        List<Scalar> ic = scalars(random, INPUTS + 1);
        VerifyingKey key = new VerifyingKey(onG1(alpha), onG1(beta), onG2(beta), onG2(gamma), onG1(delta), onG2(delta),
                ic.stream().map(SimulatedProofs::onG1).toList());
        List<Proof> proofs = new ArrayList<>();
        List<List<Scalar>> inputs = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            List<Scalar> ofProof = scalars(random, INPUTS);
            Scalar sum = ic.getFirst();
            for (int i = 0; i < INPUTS; i++) {
                sum = sum.plus(ofProof.get(i).times(ic.get(i + 1)));
            }
            Scalar a = scalar(random);
            Scalar b = scalar(random);
            Scalar c = a.times(b).minus(alpha.times(beta)).minus(sum.times(gamma)).times(delta.inverted());
            proofs.add(new Proof(onG1(a), onG2(b), onG1(c)));
            inputs.add(ofProof);
        }
        return new SimulatedProofs(key, proofs, inputs);
    }

    private static Scalar scalar(Random random) {
        return Scalar.of(new BigInteger(Fr.MODULUS.bitLength() - 1, random));
    }

    private static List<Scalar> scalars(Random random, int count) {
        List<Scalar> scalars = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            scalars.add(scalar(random));
        }
        return scalars;
    }

    private static Point onG1(Scalar k) {
        return G1.GENERATOR.times(k);
    }

    private static Point onG2(Scalar k) {
        return G2.GENERATOR.times(k);
    }
}
