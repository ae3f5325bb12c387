package io.cairn.proofs.update;

import io.cairn.proofs.opening.MerkleProof;

/**
 * The openings of one challenged node.
 *
 * @param oldReplica of the tree over the old replica
 * @param newData    of the tree over the new data
 * @param newReplica of the tree over the updated replica
 */
public record UpdateChallengeProof(MerkleProof oldReplica, MerkleProof newData, MerkleProof newReplica) {
}
