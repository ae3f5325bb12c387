package io.cairn.persistence.deadline;

/** How a window ended. */
public enum WindowOutcome {
    /** Every batch landed with exit code 0. */
    PROVEN,
    /** There was nothing to prove. */
    EMPTY,
    /** Some proof was not made, not sent or not accepted in time. */
    MISSED
}
