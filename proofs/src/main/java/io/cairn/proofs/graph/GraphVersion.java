package io.cairn.proofs.graph;

/** The two graphs that replicas were and are made with. */
public enum GraphVersion {
    /** API version 1.0.0: the predecessor is the last base parent, and expander parents are cut to 32 bits too early. */
    LEGACY,
    /** API versions 1.1.0 and 1.2.0: the predecessor is the first base parent. */
    CURRENT
}
