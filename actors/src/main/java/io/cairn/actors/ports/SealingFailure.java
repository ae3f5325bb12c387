package io.cairn.actors.ports;

import io.cairn.persistence.sector.FailureCode;

/** A sealing task failed; the code decides what becomes of the sector. */
public final class SealingFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final FailureCode code;

    /** A failure of a kind, in words that an operator understands. */
    public SealingFailure(FailureCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** What kind of failure it is. */
    public FailureCode code() {
        return code;
    }
}
