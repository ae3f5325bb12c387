package io.cairn.proofs.porep;

import io.cairn.protocol.sector.RegisteredSealProof;
import java.util.List;

/**
 * Result of commit phase 1, input of commit phase 2.
 *
 * @param proofType  kind of replication proof
 * @param partitions challenge proofs of each partition
 * @param commR      replica commitment, 32 bytes
 * @param commD      data commitment, 32 bytes
 * @param replicaId  32 bytes
 * @param seed       interactive randomness, 32 bytes
 * @param ticket     sealing randomness, 32 bytes
 */
public record CommitOutput(RegisteredSealProof proofType, List<List<ChallengeProof>> partitions, byte[] commR, byte[] commD,
                           byte[] replicaId, byte[] seed, byte[] ticket) {

    /** Copies the lists. */
    public CommitOutput {
        partitions = partitions.stream().map(List::copyOf).toList();
    }
}
