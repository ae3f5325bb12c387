package io.cairn.proofs.aggregate;

import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.pairing.GtEncoding;
import io.cairn.protocol.sector.RegisteredAggregationProof;
import java.util.List;
import java.util.Map;

/** What the challenges of an aggregate are, under the names that the reference's known answers give them: to find where two implementations part. */
public final class AggregateTrace {

    private final AggregateProof proof;
    private final Challenges.All challenges;

    /** Derives all challenges of a finished aggregate. */
    public AggregateTrace(AggregateProof proof, byte[] include, RegisteredAggregationProof version) {
        this.proof = proof;
        this.challenges = new Challenges(version).of(proof, include);
    }

    /** The challenges that there is one of. */
    public Map<String, Scalar> single() {
        return Map.of("hcom", challenges.commitments(), "random_r", challenges.r(), "gipa_0_before_the_rounds", challenges.before(),
                "gipa_extra_link", challenges.link(), "random_z", challenges.z());
    }

    /** The challenges of the rounds. */
    public Map<String, List<Scalar>> lists() {
        return Map.of("gipa_c_inv", challenges.rounds(), "gipa_c", challenges.inverses());
    }

    /** SHA-256 of what the first challenge is made of, 32 bytes. */
    public byte[] commitmentsPreimageDigest() {
        return Transcript.of("hcom").targets(proof.comAb()).targets(proof.comC()).digestSoFar();
    }

    /** The first half of the commitment to A and B, 576 bytes. */
    public static byte[] firstCommitment(AggregateProof proof) {
        return GtEncoding.toUncompressed(proof.comAb().first());
    }
}
