package io.cairn.devnet.chain;

/** A submitted block breaks a rule; the message begins with the header's field, then says what it holds and what was expected. */
public final class InvalidBlockException extends RuntimeException {

    InvalidBlockException(String message) {
        super(message);
    }

    static void require(boolean holds, String field, Object actual, Object expected) {
        if (!holds) {
            throw new InvalidBlockException(field + " is " + actual + ", expected " + expected);
        }
    }
}
