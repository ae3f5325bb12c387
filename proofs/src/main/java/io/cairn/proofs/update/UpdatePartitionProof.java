package io.cairn.proofs.update;

import java.util.List;

/**
 * The vanilla proof of one partition of an update (rust-fil-proofs: storage-proofs-update/src/vanilla.rs, PartitionProof).
 *
 * @param commC      root of the column tree, the same before and after the update, 32 bytes
 * @param apexLeaves the partition's nodes in the apex row of the new data tree, 32 bytes each
 * @param challenges one proof for each challenge, in order
 */
public record UpdatePartitionProof(byte[] commC, List<byte[]> apexLeaves, List<UpdateChallengeProof> challenges) {

    /** Copies the lists. */
    public UpdatePartitionProof {
        apexLeaves = List.copyOf(apexLeaves);
        challenges = List.copyOf(challenges);
    }
}
