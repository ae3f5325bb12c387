package io.cairn.protocol.cbor;

/** Bytes that are not the canonical encoding of what was expected; the message names the field, the value and the expectation. */
public final class CborException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CborException(String message) {
        super(message);
    }

    private CborException(String message, CborException cause) {
        super(message, cause);
    }

    /** The same complaint, seen from the enclosing value: {@code outer} is put before the path. */
    public CborException within(String outer) {
        String inner = getMessage();
        String separator = inner.startsWith(".") || inner.startsWith("[") ? "" : ": ";
        return new CborException(outer + separator + inner, this);
    }
}
