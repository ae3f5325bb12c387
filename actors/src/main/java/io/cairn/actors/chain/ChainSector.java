package io.cairn.actors.chain;

/**
 * A sector as the chain knows it.
 *
 * @param sealProof  wire number of the registered seal proof
 * @param sealedCid  commitment of the replica in text form
 * @param updated    whether the replica was replaced by one with data
 * @param activation epoch of activation
 * @param expiration epoch at which it ends
 */
public record ChainSector(long number, int sealProof, String sealedCid, boolean updated, long activation, long expiration) {
}
