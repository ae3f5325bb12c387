package io.cairn.proofs.aggregate;

import io.cairn.proofs.aggregate.LeftSums.Right;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.curve.PointTable;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.groth16.VerifyingKey;
import io.cairn.proofs.pairing.Gt;
import io.cairn.proofs.pairing.GtPowers;
import io.cairn.proofs.pairing.Pairing;
import io.cairn.proofs.pairing.PreparedG2;
import io.cairn.protocol.sector.RegisteredAggregationProof;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Verifies aggregates of proofs under one verifying key (bellperson: src/groth16/aggregate/verify.rs). The ten equations between pairings are combined with
 * random factors of 128 bits into one product of eleven pairings, so that a false aggregate passes with a chance of 2^-128. Safe for many threads.
 */
public final class AggregateVerifier {

    private static final int RANDOM_BITS = 128;
    private static final int EQUATIONS = 9;

    private final VerifyingKey key;
    private final OpeningKey opening;
    private final PointTable ic;
    private final PreparedG2 beta;
    private final PreparedG2 gamma;
    private final PreparedG2 delta;
    private final PreparedG2 h;
    private final PreparedG2 hA;
    private final PreparedG2 hB;
    private final SecureRandom random = new SecureRandom();

    /** A verifier for one circuit's key; two powers of the SRS are read. */
    public AggregateVerifier(InnerProductSrs srs, VerifyingKey key) throws IOException {
        this.key = key;
        this.opening = srs.openingKey();
        this.ic = new PointTable(key.ic());
        this.beta = PreparedG2.of(key.betaG2());
        this.gamma = PreparedG2.of(key.gammaG2());
        this.delta = PreparedG2.of(key.deltaG2());
        this.h = PreparedG2.of(opening.h());
        this.hA = PreparedG2.of(opening.hA());
        this.hB = PreparedG2.of(opening.hB());
    }

    /**
     * Whether every proof in the aggregate holds for the public inputs at its place, the constant one left out.
     *
     * @param inputs  a list for each proof, those that fill up included ({@link AggregateProof#filled})
     * @param include what the challenges were made to depend on
     * @throws IllegalArgumentException if there are not as many lists of inputs as the aggregate has proofs, or one has not the key's length
     */
    public boolean verify(AggregateProof proof, List<List<Scalar>> inputs, byte[] include, RegisteredAggregationProof version) {
        requireInputs(proof, inputs);
        Challenges.All challenges = new Challenges(version).of(proof, include);
        return new Equation(proof, challenges).holds(combinedInputs(proof.proofs(), inputs, challenges.r()));
    }

    private void requireInputs(AggregateProof proof, List<List<Scalar>> inputs) {
        if (inputs.size() != proof.proofs()) {
            throw new IllegalArgumentException(inputs.size() + " lists of public inputs for an aggregate of " + proof.proofs() + " proofs, expected as many");
        }
        for (List<Scalar> one : inputs) {
            if (one.size() + 1 != key.ic().size()) {
                throw new IllegalArgumentException(one.size() + " public inputs given, the verifying key expects " + (key.ic().size() - 1));
            }
        }
    }

    /** Powers of r in place of the constant one's, and each input summed with powers of r over all proofs. */
    private List<Scalar> combinedInputs(int proofs, List<List<Scalar>> inputs, Scalar r) {
        List<Scalar> combined = new ArrayList<>(key.ic().size());
        combined.add(Powers.sum(r, proofs));
        combined.addAll(CombinedInputs.of(inputs, r));
        return combined;
    }

    /** One aggregate with its random factors. */
    private final class Equation {

        private final AggregateProof proof;
        private final Challenges.All challenges;
        private final List<Scalar> factors;

        Equation(AggregateProof proof, Challenges.All challenges) {
            this.proof = proof;
            this.challenges = challenges;
            this.factors = Stream.generate(() -> Scalar.of(new BigInteger(RANDOM_BITS, random))).limit(EQUATIONS).toList();
        }

        boolean holds(List<Scalar> combined) {
            LeftSums lefts = new LeftSums().plus(Right.BETA, key.alphaG1(), combined.getFirst());
            addFolded(lefts);
            addOpenings(lefts);
            addProductsWithC(lefts);
            Map<Right, Point> sums = lefts.sums();
            PointPair v = proof.folded().v();
            List<PreparedG2> lines = PreparedG2.of(
                    List.of(proof.folded().b(), v.first(), v.second(), proof.vOpening().first(), proof.vOpening().second()));
            Gt product = new Pairing()
                    .with(sums.get(Right.B), lines.get(0))
                    .with(sums.get(Right.V_FIRST), lines.get(1)).with(sums.get(Right.V_SECOND), lines.get(2))
                    .with(sums.get(Right.V_OPENING_FIRST), lines.get(3)).with(sums.get(Right.V_OPENING_SECOND), lines.get(4))
                    .with(sums.get(Right.H), h).with(sums.get(Right.H_FIRST), hA).with(sums.get(Right.H_SECOND), hB)
                    .with(sums.get(Right.BETA), beta).with(ic.sum(combined), gamma).with(proof.aggC(), delta)
                    .product();
            return sums.get(Right.ZERO).isInfinity() && product.equals(stated());
        }

        /** e(A, B), and what was committed to: A and C under v, B under w. */
        private void addFolded(LeftSums lefts) {
            Folded folded = proof.folded();
            lefts.plus(Right.B, folded.a(), factors.get(0)).plus(Right.B, folded.w().first(), factors.get(1))
                    .plus(Right.B, folded.w().second(), factors.get(2))
                    .plus(Right.V_FIRST, folded.a(), factors.get(1)).plus(Right.V_FIRST, folded.c(), factors.get(3))
                    .plus(Right.V_SECOND, folded.a(), factors.get(2)).plus(Right.V_SECOND, folded.c(), factors.get(4));
        }

        /** That v and w are the keys folded with the challenges: their polynomials, opened at z. */
        private void addOpenings(LeftSums lefts) {
            Scalar z = challenges.z();
            Scalar v = new KeyPolynomial(challenges.rounds(), Scalar.ONE, 0).at(z);
            Scalar w = new KeyPolynomial(challenges.inverses(), challenges.r().inverted(), proof.proofs()).at(z);
            Scalar ofV = factors.get(5).plus(factors.get(6));
            Scalar ofW = factors.get(7).plus(factors.get(8));
            Point g = opening.g();
            lefts.minus(Right.V_FIRST, g, factors.get(5)).minus(Right.V_SECOND, g, factors.get(6))
                    .plus(Right.V_OPENING_FIRST, opening.gA(), factors.get(5)).minus(Right.V_OPENING_FIRST, g, factors.get(5).times(z))
                    .plus(Right.V_OPENING_SECOND, opening.gB(), factors.get(6)).minus(Right.V_OPENING_SECOND, g, factors.get(6).times(z))
                    .plus(Right.H, g, v.times(ofV).plus(w.times(ofW)));
            addOpening(lefts, Right.H_FIRST, proof.folded().w().first(), proof.wOpening().first(), factors.get(7));
            addOpening(lefts, Right.H_SECOND, proof.folded().w().second(), proof.wOpening().second(), factors.get(8));
        }

        private void addOpening(LeftSums lefts, Right right, Point folded, Point opened, Scalar factor) {
            lefts.plus(right, opened, factor).minus(Right.H, folded, factor).minus(Right.H, opened, factor.times(challenges.z()));
        }

        /** agg_c and each round's products with it, folded as C was, are the folded C times the folded powers of r. */
        private void addProductsWithC(LeftSums lefts) {
            Scalar powers = new KeyPolynomial(challenges.rounds(), Scalar.ONE, 0).at(challenges.r());
            lefts.plus(Right.ZERO, proof.aggC(), Scalar.ONE).minus(Right.ZERO, proof.folded().c(), powers);
            for (int k = 0; k < proof.rounds().size(); k++) {
                Round round = proof.rounds().get(k);
                lefts.plus(Right.ZERO, round.zcLeft(), challenges.inverses().get(k)).plus(Right.ZERO, round.zcRight(), challenges.rounds().get(k));
            }
        }

        /** What the proof states of the same products: its commitments and each round's cross products. */
        private Gt stated() {
            GtPowers powers = new GtPowers().with(proof.ipAb(), factors.getFirst().plus(Scalar.ONE));
            with(powers, proof.comAb(), 1, Scalar.ONE);
            with(powers, proof.comC(), 3, Scalar.ONE);
            for (int k = 0; k < proof.rounds().size(); k++) {
                Round round = proof.rounds().get(k);
                Scalar right = challenges.rounds().get(k);
                Scalar left = challenges.inverses().get(k);
                powers.with(round.zabLeft(), factors.getFirst().times(left)).with(round.zabRight(), factors.getFirst().times(right));
                with(powers, round.abLeft(), 1, left);
                with(powers, round.abRight(), 1, right);
                with(powers, round.cLeft(), 3, left);
                with(powers, round.cRight(), 3, right);
            }
            return powers.product();
        }

        private void with(GtPowers powers, GtPair pair, int factor, Scalar challenge) {
            powers.with(pair.first(), factors.get(factor).times(challenge)).with(pair.second(), factors.get(factor + 1).times(challenge));
        }
    }
}
