package io.cairn.proofs.groth16;

/** A parameter or verifying key file that is malformed, or does not belong to the circuit. */
public final class ParametersFormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public ParametersFormatException(String message) {
        super(message);
    }

    public ParametersFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
