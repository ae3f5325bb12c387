package io.cairn.proofs.update;

import io.cairn.proofs.Commitment;

/**
 * What the chain knows of an update, 32 bytes each.
 *
 * @param commROld replica commitment before the update
 * @param commDNew data commitment after it
 * @param commRNew replica commitment after it
 */
public record UpdateCommitments(byte[] commROld, byte[] commDNew, byte[] commRNew) {

    /** Throws {@link IllegalArgumentException} if one is zero or no field element. */
    public UpdateCommitments {
        Commitment.require("comm_r_old", commROld);
        Commitment.require("comm_d_new", commDNew);
        Commitment.require("comm_r_new", commRNew);
    }
}
