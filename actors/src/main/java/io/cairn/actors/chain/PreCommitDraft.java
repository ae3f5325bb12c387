package io.cairn.actors.chain;

/**
 * What a pre-commitment will say; CIDs in text form.
 *
 * @param commD data commitment, empty for a sector without data
 */
public record PreCommitDraft(long sector, int sealProof, String commR, String commD, long ticketEpoch, long expiration) {
}
