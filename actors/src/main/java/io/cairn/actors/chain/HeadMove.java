package io.cairn.actors.chain;

/** One step of a notification of the node. */
public record HeadMove(Kind kind, Head head) {
    /** What a step means. */
    public enum Kind {
        /** Where the chain was when the subscription began. */
        CURRENT,
        /** A tipset was taken back. */
        REVERT,
        /** A tipset was added. */
        APPLY
    }
}
