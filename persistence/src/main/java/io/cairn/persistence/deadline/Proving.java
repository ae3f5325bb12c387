package io.cairn.persistence.deadline;

/** How far the computation of a window's proofs is. */
public enum Proving {
    WAITING, PROVING, PROVED, ABANDONED
}
