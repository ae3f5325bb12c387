package io.cairn.node.client;

/** The running process answered a command with a refusal; the message is what it said. */
public final class RefusedException extends RuntimeException {

    private final int status;

    /** A refusal in the process's own words, with its HTTP status. */
    public RefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** HTTP status: 404 for what does not exist, 409 for what cannot be done now. */
    public int status() {
        return status;
    }
}
