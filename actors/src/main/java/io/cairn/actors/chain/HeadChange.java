package io.cairn.actors.chain;

import io.cairn.actors.Wire;

/**
 * The chain moved.
 *
 * @param head       where it is now
 * @param revertedTo height of the lowest tipset that was taken back, or {@link #NOTHING_REVERTED}
 */
public record HeadChange(Head head, long revertedTo) implements Wire {
    /** No tipset was taken back. */
    public static final long NOTHING_REVERTED = Long.MAX_VALUE;

    /** Whether a tipset below an epoch was taken back. */
    public boolean revertedBefore(long epoch) {
        return revertedTo < epoch;
    }

    /** Height of the head. */
    public long height() {
        return head.height();
    }
}
