package io.cairn.actors.work;

/** What a long computation is for. */
public enum WorkKind {
    /** A stage of sealing a sector. */
    SEALING,
    /** Commitment of a piece of data. */
    PIECE,
    /** A window proof. */
    WINDOW_PROOF,
    /** A winning proof. */
    WINNING_PROOF,
    /** Reading sectors to see whether they can be proven. */
    CHECK,
    /** Taking data out of a replica. */
    UNSEALING
}
