package io.cairn.proofs.bincode;

/** Bytes that are not the bincode form of what was expected. */
public final class BincodeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a message that names the field, the value found and what was expected. */
    public BincodeException(String message) {
        super(message);
    }
}
