package io.cairn.proofs.aggregate;

/** Bytes are no aggregated proof; the message names the part. */
public final class AggregateFormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    AggregateFormatException(String message) {
        super(message);
    }

    AggregateFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
