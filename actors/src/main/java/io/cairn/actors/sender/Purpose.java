package io.cairn.actors.sender;

/** What a message is for: it decides which of the miner's addresses pays for it. */
public enum Purpose {
    /** Pre-commitments of sectors. */
    PRE_COMMIT,
    /** Commitments of sectors. */
    COMMIT,
    /** Publication of deals. */
    DEAL_PUBLISH,
    /** Window proofs, and declarations of faults and recoveries. */
    WINDOW_PROOF
}
