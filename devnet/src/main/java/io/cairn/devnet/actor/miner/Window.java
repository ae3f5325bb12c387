package io.cairn.devnet.actor.miner;

import io.cairn.devnet.policy.NetworkPolicy;

/**
 * One instance of a deadline in time, in epochs.
 *
 * <p>Source: builtin-actors, actors/miner/src/deadline_info.rs.
 */
public record Window(long periodStart, int index, long epoch) {

    /** The window current at {@code epoch} for a miner whose period began at {@code start}, now or whole periods ago. */
    public static Window current(long start, long epoch) {
        long periods = Math.floorDiv(epoch - start, NetworkPolicy.PROVING_PERIOD);
        long periodStart = start + Math.max(0, periods) * NetworkPolicy.PROVING_PERIOD;
        int index = (int) Math.max(0, (epoch - periodStart) / NetworkPolicy.CHALLENGE_WINDOW);
        return new Window(periodStart, index, epoch);
    }

    public long open() {
        return periodStart + index * NetworkPolicy.CHALLENGE_WINDOW;
    }

    public long close() {
        return open() + NetworkPolicy.CHALLENGE_WINDOW;
    }

    public long last() {
        return close() - 1;
    }

    public long challenge() {
        return open() - NetworkPolicy.CHALLENGE_LOOKBACK;
    }

    public long faultCutoff() {
        return open() - NetworkPolicy.FAULT_CUTOFF;
    }

    public boolean isOpen() {
        return epoch >= open() && epoch < close();
    }

    /** The next instance of this deadline that is not over. */
    public Window nextNotElapsed() {
        if (epoch < close()) {
            return this;
        }
        long periods = 1 + (epoch - close()) / NetworkPolicy.PROVING_PERIOD;
        return new Window(periodStart + periods * NetworkPolicy.PROVING_PERIOD, index, epoch);
    }

    /** Another deadline of the same period. */
    public Window of(int otherIndex) {
        return new Window(periodStart, otherIndex, epoch);
    }

    /** Whether sectors may be added or taken out: not while open, nor in the window before. */
    public boolean isMutable() {
        return epoch < nextNotElapsed().open() - NetworkPolicy.CHALLENGE_WINDOW;
    }
}
