package io.cairn.actors.chain;

/** A pre-commitment as the chain knows it; CIDs in text form. */
public record PreCommitment(String sealedCid, long ticketEpoch, long preCommitEpoch) {
}
