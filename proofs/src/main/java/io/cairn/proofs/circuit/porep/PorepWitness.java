package io.cairn.proofs.circuit.porep;

import io.cairn.proofs.porep.ChallengeProof;
import java.util.List;

/**
 * What one partition of a replication proof is made of; all values 32 bytes.
 *
 * @param replicaId  of the sector
 * @param commD      root of the data tree
 * @param commR      replica commitment
 * @param commRLast  root of the replica tree, private
 * @param commC      root of the column tree, private
 * @param challenges the partition's challenge proofs in order
 */
public record PorepWitness(byte[] replicaId, byte[] commD, byte[] commR, byte[] commRLast, byte[] commC, List<ChallengeProof> challenges) {

    /** Copies the list. */
    public PorepWitness {
        challenges = List.copyOf(challenges);
    }

    /** The witness of a partition's challenge proofs, whose openings carry the private roots. */
    public static PorepWitness of(byte[] replicaId, byte[] commD, byte[] commR, List<ChallengeProof> challenges) {
        ChallengeProof first = challenges.getFirst();
        return new PorepWitness(replicaId, commD, commR, first.replicaOpening().root(), first.column().opening().root(), challenges);
    }
}
