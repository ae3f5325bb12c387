package io.cairn.proofs.aggregate;

import io.cairn.proofs.aggregate.PairingProducts.Term;
import io.cairn.proofs.curve.MultiScalarMultiplication;
import io.cairn.proofs.curve.Point;
import io.cairn.proofs.curve.PointMultiples;
import io.cairn.proofs.curve.PointVector;
import io.cairn.proofs.curve.Scalars;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Shares;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.groth16.Proof;
import io.cairn.proofs.pairing.Gt;
import io.cairn.protocol.sector.RegisteredAggregationProof;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Aggregates Groth16 proofs under one verifying key (bellperson: src/groth16/aggregate/prove.rs). What comes out follows from the proofs alone, bit for bit as
 * the reference's. Safe for many threads.
 */
public final class Aggregator {

    /** Weights of the parts of the work, in pairings for each proof. */
    private static final int COMMITTING = 10;
    private static final int HALVING = 16;
    private static final int OPENING = 3;

    private final CommitmentKey key;
    private final Workers workers;

    private Aggregator(CommitmentKey key, Workers workers) {
        this.key = key;
        this.workers = workers;
    }

    /**
     * An aggregator of up to {@code proofs} proofs, and more than half of its next power of two; its part of the SRS is read and checked.
     *
     * @param progress counts points of the SRS
     * @throws IllegalArgumentException if the SRS is too small
     */
    public static Aggregator of(InnerProductSrs srs, int proofs, Workers workers, Progress progress) throws IOException {
        return new Aggregator(srs.commitmentKey(AggregateProof.padded(proofs), workers, progress), workers);
    }

    /** Proofs of each aggregate, those that fill up included. */
    public int proofs() {
        return key.proofs();
    }

    /**
     * Aggregates proofs. Up to the power of two the last one is repeated; its inputs must be repeated as often to verify the aggregate.
     *
     * @param include  what else the challenges shall depend on: 32 bytes that stand for all public inputs that are not known before
     * @param progress hears of all work
     * @throws IllegalArgumentException if there are no proofs, or so many or few that another power of two fits
     */
    public AggregateProof aggregate(List<Proof> proofs, byte[] include, RegisteredAggregationProof version, Progress progress) {
        if (proofs.isEmpty() || AggregateProof.padded(proofs.size()) != proofs()) {
            throw new IllegalArgumentException(proofs.size() + " proofs, expected " + proofs() + " with those that fill up");
        }
        return new Run(AggregateProof.filled(proofs), include, version, progress).proof();
    }

    private final class Run {

        private final Challenges challenges;
        private final byte[] include;
        private final PointVector a;
        private final PointVector b;
        private final PointVector c;
        private final Shares shares;

        Run(List<Proof> proofs, byte[] include, RegisteredAggregationProof version, Progress progress) {
            this.challenges = new Challenges(version);
            this.include = include;
            this.a = PointVector.of(proofs.stream().map(Proof::a).toList());
            this.b = PointVector.of(proofs.stream().map(Proof::b).toList());
            this.c = PointVector.of(proofs.stream().map(Proof::c).toList());
            this.shares = new Shares(progress, (long) (COMMITTING + HALVING + OPENING) * proofs() * Shares.FINE);
        }

        AggregateProof proof() {
            VectorPair v = key.v();
            VectorPair w = key.w();
            List<Gt> committed = new PairingProducts(workers).of(List.of(
                    List.of(new Term(a, v.first()), new Term(w.first(), b)), List.of(new Term(a, v.second()), new Term(w.second(), b)),
                    List.of(new Term(c, v.first())), List.of(new Term(c, v.second()))), part(COMMITTING - 3));
            GtPair comAb = new GtPair(committed.get(0), committed.get(1));
            GtPair comC = new GtPair(committed.get(2), committed.get(3));
            Scalar commitments = Challenges.commitments(comAb, comC);
            Scalar r = Challenges.combination(commitments, include);
            Halving combined = combined(r, v, w);
            Gt ipAb = new PairingProducts(workers).of(List.of(List.of(new Term(a, combined.b()))), part(1)).getFirst();
            Point aggC = new MultiScalarMultiplication(workers).sum(c, 0, Scalars.of(combined.r(), proofs()), part(0));
            return rounds(new Start(comAb, comC, ipAb, aggC, r, Challenges.beforeRounds(commitments, ipAb, aggC, r)), combined);
        }

        private Halving combined(Scalar r, VectorPair v, VectorPair w) {
            long[] powers = Powers.of(r, proofs());
            Scalars inverses = Scalars.of(Powers.of(r.inverted(), proofs()), proofs());
            PointMultiples multiples = new PointMultiples(workers);
            PointVector bPowers = multiples.multiples(b, Scalars.of(powers, proofs()), part(1));
            VectorPair wPowers = new VectorPair(multiples.multiples(w.first(), inverses, part(0)), multiples.multiples(w.second(), inverses, part(1)));
            return new Halving(a, bPowers, c, powers, v, wPowers);
        }

        private AggregateProof rounds(Start start, Halving first) {
            Halving vectors = first;
            List<Round> rounds = new ArrayList<>();
            List<Scalar> used = new ArrayList<>();
            List<Scalar> inverses = new ArrayList<>();
            while (vectors.count() > 1) {
                Shares ofRound = new Shares(shares.next((long) HALVING * vectors.count() / 2 * Shares.FINE), HALVING);
                Round round = vectors.round(workers, ofRound.next(HALVING - 2));
                Scalar challenge = challenges.ofRound(rounds.size(), used.isEmpty() ? start.before() : used.getLast(), round);
                rounds.add(round);
                used.add(challenge);
                inverses.add(challenge.inverted());
                vectors = vectors.folded(challenge, inverses.getLast(), workers, ofRound.rest());
            }
            Folded folded = vectors.only();
            Scalar z = challenges.opening(inverses.getLast(), folded, rounds.getLast());
            PointPair vOpening = opening(new KeyPolynomial(used, Scalar.ONE, 0), z, key.hA(), key.hB(), part(1));
            PointPair wOpening = opening(new KeyPolynomial(inverses, start.r().inverted(), proofs()), z, key.gA(), key.gB(), shares.rest());
            return new AggregateProof(start.comAb(), start.comC(), start.ipAb(), start.aggC(), rounds, folded, vOpening, wOpening);
        }

        private PointPair opening(KeyPolynomial polynomial, Scalar z, PointVector first, PointVector second, Progress progress) {
            Shares ofPair = new Shares(progress, 2 * Shares.FINE);
            Scalars quotient = Scalars.of(polynomial.quotient(z), polynomial.count() - 1);
            MultiScalarMultiplication sums = new MultiScalarMultiplication(workers);
            return new PointPair(sums.sum(first, 0, quotient, ofPair.next(Shares.FINE)), sums.sum(second, 0, quotient, ofPair.rest()));
        }

        private Progress part(int weight) {
            return shares.next((long) weight * proofs() * Shares.FINE);
        }
    }

    /** What is known before the first round. */
    private record Start(GtPair comAb, GtPair comC, Gt ipAb, Point aggC, Scalar r, Scalar before) {
    }
}
