package io.cairn.proofs.groth16;

import io.cairn.proofs.curve.G1;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.curve.PointMultiples;
import io.cairn.proofs.curve.PointVector;
import io.cairn.proofs.curve.RandomFactors;
import io.cairn.proofs.curve.Scalars;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Fr;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.pairing.Gt;
import io.cairn.proofs.pairing.GtPowers;
import io.cairn.proofs.pairing.Pairing;
import io.cairn.proofs.pairing.PreparedG2;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Verifies proofs under one key, whose pairings are prepared once (bellperson: src/groth16/verifier.rs). Safe for many threads. */
public final class Verifier {

    private final VerifyingKey key;
    private final Gt alphaBeta;
    private final PreparedG2 gamma;
    private final PreparedG2 delta;
    private final InputSums ic;
    private final SecureRandom random = new SecureRandom();

    public Verifier(VerifyingKey key) {
        this.key = key;
        this.alphaBeta = Pairing.of(key.alphaG1(), key.betaG2());
        this.ic = new InputSums(key.ic());
        this.gamma = PreparedG2.of(key.gammaG2());
        this.delta = PreparedG2.of(key.deltaG2());
    }

    /**
     * Whether the proof holds for the public inputs, the constant one left out.
     *
     * @throws IllegalArgumentException if the number of inputs is not that of the key
     */
    public boolean verify(Proof proof, List<Scalar> inputs) {
        requireInputs(inputs);
        List<Scalar> withOne = new ArrayList<>(inputs.size() + 1);
        withOne.add(Scalar.ONE);
        withOne.addAll(inputs);
        Point accumulated = ic.of(withOne);
        Gt left = new Pairing()
                .with(proof.a(), PreparedG2.of(proof.b()))
                .with(accumulated.negated(), gamma)
                .with(proof.c().negated(), delta)
                .product();
        return left.equals(alphaBeta);
    }

    /**
     * Whether all proofs hold, each for the inputs at its place: one equation, combined with random factors, so that a false proof passes with a chance of
     * 2^-128.
     *
     * @throws IllegalArgumentException if there are no proofs, or not as many lists of inputs, or a list has the wrong length
     */
    public boolean verifyBatch(List<Proof> proofs, List<List<Scalar>> inputs) {
        if (proofs.isEmpty() || proofs.size() != inputs.size()) {
            throw new IllegalArgumentException(proofs.size() + " proofs for " + inputs.size() + " lists of inputs, expected as many, at least one");
        }
        inputs.forEach(this::requireInputs);
        if (proofs.size() == 1) {
            return verify(proofs.getFirst(), inputs.getFirst());
        }
        List<Scalar> factors = Stream.generate(() -> RandomFactors.next(random)).limit(proofs.size()).toList();
        return combined(proofs, inputs, factors);
    }

    private boolean combined(List<Proof> proofs, List<List<Scalar>> inputs, List<Scalar> factors) {
        int count = proofs.size();
        List<Point> points = multiples(proofs, factors);
        List<PreparedG2> lines = PreparedG2.of(proofs.stream().map(Proof::b).toList());
        Pairing pairing = new Pairing();
        Point c = Point.infinity(G1.CURVE);
        Scalar sum = Scalar.ZERO;
        for (int j = 0; j < count; j++) {
            pairing.with(points.get(j), lines.get(j));
            c = c.plus(points.get(count + j));
            sum = sum.plus(factors.get(j));
        }
        List<Scalar> combined = new ArrayList<>(key.ic().size());
        combined.add(sum);
        for (int i = 0; i + 1 < key.ic().size(); i++) {
            ProofDispatcher.giveWay();
            Scalar factor = Scalar.ZERO;
            for (int j = 0; j < count; j++) {
                factor = factor.plus(inputs.get(j).get(i).times(factors.get(j)));
            }
            combined.add(factor);
        }
        Point accumulated = ic.of(combined);
        Gt left = pairing.with(accumulated.negated(), gamma).with(c.negated(), delta).product();
        return left.equals(new GtPowers().with(alphaBeta, sum).product());
    }

    /** All A and then all C, each times its proof's factor. */
    private static List<Point> multiples(List<Proof> proofs, List<Scalar> factors) {
        int count = proofs.size();
        List<Point> points = Stream.concat(proofs.stream().map(Proof::a), proofs.stream().map(Proof::c)).toList();
        long[] scalars = new long[2 * count * Fr.LIMBS];
        for (int k = 0; k < 2 * count; k++) {
            factors.get(k % count).copyTo(scalars, k * Fr.LIMBS);
        }
        PointVector products = new PointMultiples(Workers.CALLER).multiples(PointVector.of(points), Scalars.of(scalars, 2 * count), Progress.NONE);
        return IntStream.range(0, 2 * count).mapToObj(products::point).toList();
    }

    private void requireInputs(List<Scalar> inputs) {
        if (inputs.size() + 1 != key.ic().size()) {
            throw new IllegalArgumentException(inputs.size() + " public inputs given, the verifying key expects " + (key.ic().size() - 1));
        }
    }
}
