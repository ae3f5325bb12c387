package io.cairn.proofs;

/** A proof could not be made: what it would show is not so. */
public final class ProofException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a message that names what is wrong. */
    public ProofException(String message) {
        super(message);
    }
}
