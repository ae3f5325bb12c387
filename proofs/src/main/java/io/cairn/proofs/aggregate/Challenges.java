package io.cairn.proofs.aggregate;

import io.cairn.proofs.curve.Point;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.pairing.Gt;
import io.cairn.protocol.sector.RegisteredAggregationProof;
import java.util.ArrayList;
import java.util.List;

/**
 * How each challenge follows from what was proved before it. The first version lets the first round's challenge depend on less than the second does, and the
 * last challenge on less too.
 */
final class Challenges {

    private final RegisteredAggregationProof version;

    Challenges(RegisteredAggregationProof version) {
        this.version = version;
    }

    static Scalar commitments(GtPair ab, GtPair c) {
        return Transcript.of("hcom").targets(ab).targets(c).challenge();
    }

    /** The number whose powers combine the proofs. */
    static Scalar combination(Scalar commitments, byte[] include) {
        return Transcript.of("random-r").scalar(commitments).bytes(include).challenge();
    }

    static Scalar beforeRounds(Scalar commitments, Gt ipAb, Point aggC, Scalar r) {
        return Transcript.of("gipa-0").scalar(commitments).target(ipAb).point(aggC).scalar(r).challenge();
    }

    /**
     * The challenge of a round; its inverse is what the right halves of A, C and w are multiplied by, itself what those of B, r and v are.
     *
     * @param before the challenge of the round before, or that before all rounds
     */
    Scalar ofRound(int index, Scalar before, Round round) {
        if (index == 0 && version == RegisteredAggregationProof.SNARK_PACK_V1) {
            return before;
        }
        return write(Transcript.of("gipa-" + index).scalar(before), round).challenge();
    }

    /** The point at which the keys' polynomials are opened. */
    Scalar opening(Scalar lastInverse, Folded folded, Round lastRound) {
        return switch (version) {
            case SNARK_PACK_V1 -> Transcript.of("random-z").scalar(lastInverse).points(folded.v()).points(folded.w()).challenge();
            case SNARK_PACK_V2 -> Transcript.of("random-z").scalar(link(lastInverse, folded, lastRound)).points(folded.v()).points(folded.w())
                    .point(folded.a()).point(folded.b()).point(folded.c()).challenge();
        };
    }

    static Scalar link(Scalar lastInverse, Folded folded, Round lastRound) {
        Transcript transcript = Transcript.of("gipa-extra-link").scalar(lastInverse).point(folded.a()).point(folded.b()).point(folded.c());
        return write(transcript, lastRound).challenge();
    }

    private static Transcript write(Transcript transcript, Round round) {
        return transcript.target(round.zabLeft()).target(round.zabRight()).point(round.zcLeft()).point(round.zcRight())
                .targets(round.abLeft()).targets(round.abRight()).targets(round.cLeft()).targets(round.cRight());
    }

    /** All challenges of a finished proof. */
    All of(AggregateProof proof, byte[] include) {
        Scalar commitments = commitments(proof.comAb(), proof.comC());
        Scalar r = combination(commitments, include);
        Scalar before = beforeRounds(commitments, proof.ipAb(), proof.aggC(), r);
        List<Scalar> rounds = new ArrayList<>();
        for (Round round : proof.rounds()) {
            rounds.add(ofRound(rounds.size(), rounds.isEmpty() ? before : rounds.getLast(), round));
        }
        List<Scalar> inverses = rounds.stream().map(Scalar::inverted).toList();
        Round last = proof.rounds().getLast();
        return new All(commitments, r, before, rounds, inverses, link(inverses.getLast(), proof.folded(), last),
                opening(inverses.getLast(), proof.folded(), last));
    }

    /**
     * Every challenge.
     *
     * @param commitments to the proofs
     * @param r        combines the proofs
     * @param before   the challenge before the rounds
     * @param rounds   one for each round
     * @param inverses of those
     * @param link     between the rounds and the openings, in the second version
     * @param z        where the keys are opened
     */
    record All(Scalar commitments, Scalar r, Scalar before, List<Scalar> rounds, List<Scalar> inverses, Scalar link, Scalar z) {
    }
}
