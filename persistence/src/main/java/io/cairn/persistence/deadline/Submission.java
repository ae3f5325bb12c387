package io.cairn.persistence.deadline;

/** How far one batch is on its way to the chain. */
public enum Submission {
    /** Proven and waiting for the right height. */
    READY,
    /** On its way to the node. */
    SUBMITTING,
    /** In the node's pool. */
    SENT,
    /** Executed with exit code 0. */
    LANDED,
    /** Executed and refused so often that no more is tried. */
    REJECTED
}
