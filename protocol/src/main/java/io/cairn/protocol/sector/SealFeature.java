package io.cairn.protocol.sector;

/** How the challenges of a replication proof are chosen. */
public enum SealFeature {
    /** From the chain's randomness after the pre-commitment. */
    INTERACTIVE,
    /** From a set fixed at pre-commitment (FIP-0059). */
    SYNTHETIC,
    /** From the commitments alone (FIP-0092). */
    NON_INTERACTIVE
}
