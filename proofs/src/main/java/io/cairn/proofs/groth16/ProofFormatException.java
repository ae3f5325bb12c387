package io.cairn.proofs.groth16;

/** Bytes that are no proof. */
public final class ProofFormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public ProofFormatException(String message) {
        super(message);
    }

    public ProofFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
