package io.cairn.proofs.porep;

/** Text that is not commit phase 1 output. */
public final class CommitJsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommitJsonException(String message) {
        super(message);
    }

    CommitJsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
