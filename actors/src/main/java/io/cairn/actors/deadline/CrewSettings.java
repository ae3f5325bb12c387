package io.cairn.actors.deadline;

import java.time.Duration;

/**
 * How a deadline's children behave.
 *
 * @param miner             id of the miner
 * @param partitionsPerMessage most partitions in one submission, 3 on chain
 * @param sectorsPerMessage most sectors in one declaration, 25,000 on chain
 * @param maxFee            the most that gas of one message may cost, attoFIL in decimal digits
 * @param messageConfidence tipsets that must lie on top of a message, in epochs
 * @param poll              pause between two looks for a message
 * @param answer            longest wait for one answer of the node
 * @param proof             longest time for one proof
 */
public record CrewSettings(long miner, int partitionsPerMessage, int sectorsPerMessage, String maxFee, long messageConfidence,
                           Duration poll, Duration answer, Duration proof) {
    /** Tries of one batch whose proof does not verify or whose challenge changes. */
    public static final int TRIES = 3;
}
