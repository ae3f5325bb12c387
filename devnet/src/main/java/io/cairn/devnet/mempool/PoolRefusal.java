package io.cairn.devnet.mempool;

/** The pool does not take a message; the text is the one a Lotus node gives. */
public final class PoolRefusal extends RuntimeException {

    PoolRefusal(String message) {
        super(message);
    }
}
