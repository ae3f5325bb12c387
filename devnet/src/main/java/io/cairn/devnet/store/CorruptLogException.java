package io.cairn.devnet.store;

/** The chain's log is damaged where no crash damages it; the message names file, place and remedy. */
public final class CorruptLogException extends RuntimeException {

    CorruptLogException(String message) {
        super(message);
    }
}
