package io.cairn.node.view;

/** Asked for a view, or a thing in it, that does not exist; the message names it. */
public final class NoSuchViewException extends RuntimeException {

    /** Says which view or thing is missing. */
    public NoSuchViewException(String message) {
        super(message);
    }
}
