package io.cairn.actors.deal;

/** The provider does not take a deal; the message says which field is wrong, its value and what was expected. */
public final class DealRefusedException extends IllegalStateException {

    /** Refused for a reason. */
    public DealRefusedException(String reason) {
        super(reason);
    }
}
