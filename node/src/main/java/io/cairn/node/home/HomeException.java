package io.cairn.node.home;

/** The home folder cannot be used; the message names it and says what to do. */
public final class HomeException extends RuntimeException {

    HomeException(String message) {
        super(message);
    }
}
