package io.cairn.node.run;

/** The process cannot start as it is set up; the message names the thing, its value and what to do. */
public final class StartException extends RuntimeException {

    StartException(String message) {
        super(message);
    }

    StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
