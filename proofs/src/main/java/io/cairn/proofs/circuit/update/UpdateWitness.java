package io.cairn.proofs.circuit.update;

import io.cairn.proofs.update.UpdateCommitments;
import io.cairn.proofs.update.UpdatePartitionProof;

/**
 * What one partition of an update's proof is made of; all values 32 bytes.
 *
 * @param partition number of the partition
 * @param commROld  replica commitment before the update
 * @param commDNew  data commitment after it
 * @param commRNew  replica commitment after it
 * @param proof     the partition's vanilla proof
 */
public record UpdateWitness(int partition, byte[] commROld, byte[] commDNew, byte[] commRNew, UpdatePartitionProof proof) {

    /** The witness of a partition's vanilla proof. */
    public static UpdateWitness of(UpdateCommitments commitments, int partition, UpdatePartitionProof proof) {
        return new UpdateWitness(partition, commitments.commROld(), commitments.commDNew(), commitments.commRNew(), proof);
    }
}
