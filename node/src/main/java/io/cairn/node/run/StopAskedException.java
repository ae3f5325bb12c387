package io.cairn.node.run;

/** The operator asked the process to stop while it was waiting for something. */
public final class StopAskedException extends RuntimeException {

    StopAskedException() {
        super("stopped before the start was complete");
    }
}
