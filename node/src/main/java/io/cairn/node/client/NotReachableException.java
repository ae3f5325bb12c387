package io.cairn.node.client;

/** What a command needs is not running or does not answer; the message names it and says what to do. */
public final class NotReachableException extends RuntimeException {

    /** Says what cannot be reached and the remedy. */
    public NotReachableException(String message) {
        super(message);
    }
}
