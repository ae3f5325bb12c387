package io.cairn.proofs.aggregate;

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
        KeyPolynomial r = new KeyPolynomial(challenges.rounds(), Scalar.ONE, 0);
        return sumOfC(proof, challenges).equals(proof.folded().c().times(r.at(challenges.r())))
                && new Equation(proof, challenges).holds(combinedInputs(proof.proofs(), inputs, challenges.r()));
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

    /** agg_c and each round's products with it, folded as C was: what the folded C times the folded powers of r must be. */
    private static Point sumOfC(AggregateProof proof, Challenges.All challenges) {
        Point sum = proof.aggC();
        for (int k = 0; k < proof.rounds().size(); k++) {
            Round round = proof.rounds().get(k);
            sum = sum.plus(round.zcLeft().times(challenges.inverses().get(k))).plus(round.zcRight().times(challenges.rounds().get(k)));
        }
        return sum;
    }

    /** Powers of r in place of the constant one's, and each input summed with powers of r over all proofs. */
    private List<Scalar> combinedInputs(int proofs, List<List<Scalar>> inputs, Scalar r) {
        List<Scalar> combined = new ArrayList<>(key.ic().size());
        combined.add(Powers.sum(r, proofs));
        combined.addAll(InputSums.of(inputs, r));
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
            Pairing pairing = new Pairing();
            withFolded(pairing);
            withOpenings(pairing);
            pairing.with(key.alphaG1().times(combined.getFirst()), beta).with(ic.sum(combined), gamma).with(proof.aggC(), delta);
            return pairing.product().equals(stated());
        }

        /** e(A, B), and what was committed to: A and C under v, B under w. */
        private void withFolded(Pairing pairing) {
            Folded folded = proof.folded();
            Point g = opening.g();
            pairing.with(sum(folded.a(), 0, folded.w().first(), 1, folded.w().second(), 2), PreparedG2.of(folded.b()));
            pairing.with(sum(folded.a(), 1, folded.c(), 3, g.negated(), 5), PreparedG2.of(folded.v().first()));
            pairing.with(sum(folded.a(), 2, folded.c(), 4, g.negated(), 6), PreparedG2.of(folded.v().second()));
        }

        /** That v and w are the keys folded with the challenges: their polynomials, opened at z. */
        private void withOpenings(Pairing pairing) {
            Scalar z = challenges.z();
            Scalar v = new KeyPolynomial(challenges.rounds(), Scalar.ONE, 0).at(z);
            Scalar w = new KeyPolynomial(challenges.inverses(), challenges.r().inverted(), proof.proofs()).at(z);
            Point g = opening.g();
            PointPair onV = proof.vOpening();
            PointPair onW = proof.wOpening();
            PointPair keyW = proof.folded().w();
            pairing.with(opening.gA().plus(g.times(z).negated()).times(factors.get(5)), PreparedG2.of(onV.first()));
            pairing.with(opening.gB().plus(g.times(z).negated()).times(factors.get(6)), PreparedG2.of(onV.second()));
            pairing.with(onW.first().times(factors.get(7)), hA).with(onW.second().times(factors.get(8)), hB);
            Scalar ofG = v.times(factors.get(5).plus(factors.get(6))).plus(w.times(factors.get(7).plus(factors.get(8))));
            Point first = keyW.first().plus(onW.first().times(z)).times(factors.get(7));
            Point second = keyW.second().plus(onW.second().times(z)).times(factors.get(8));
            pairing.with(g.times(ofG).plus(first.plus(second).negated()), h);
        }

        private Point sum(Point a, int i, Point b, int j, Point c, int k) {
            return a.times(factors.get(i)).plus(b.times(factors.get(j))).plus(c.times(factors.get(k)));
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
