package io.cairn.proofs.post;

import io.cairn.proofs.opening.MerkleProof;
import java.util.List;

/**
 * The vanilla space-time proof of one sector (rust-fil-proofs: filecoin-proofs/src/types/mod.rs, FallbackPoStSectorProof).
 *
 * @param sectorNumber unsigned 64-bit number
 * @param commR        replica commitment, 32 bytes
 * @param openings     of the challenged leaves in the replica tree, in the order of the challenges
 * @param commC        root of the column tree, 32 bytes
 * @param commRLast    root of the replica tree, 32 bytes
 */
public record PostSectorProof(long sectorNumber, byte[] commR, List<MerkleProof> openings, byte[] commC, byte[] commRLast) {

    /** Copies the list. */
    public PostSectorProof {
        openings = List.copyOf(openings);
    }
}
