package io.cairn.proofs.circuit.post;

import io.cairn.proofs.opening.MerkleProof;
import java.util.List;

/**
 * One sector's part of a space-time proof; commitments are 32 bytes.
 *
 * @param commR     replica commitment, public
 * @param commC     root of the column tree
 * @param commRLast root of the replica tree
 * @param openings  of the challenged leaves in the replica tree, in the order of the challenges
 */
public record SectorOpenings(byte[] commR, byte[] commC, byte[] commRLast, List<MerkleProof> openings) {

    /** Copies the list. */
    public SectorOpenings {
        openings = List.copyOf(openings);
    }
}
