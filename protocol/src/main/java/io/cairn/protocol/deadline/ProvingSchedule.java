package io.cairn.protocol.deadline;

/**
 * The epochs that shape a proving period (go-state-types: builtin/v18/miner/policy.go).
 *
 * @param period epochs of a proving period
 * @param deadlines deadlines in a period
 * @param window epochs a deadline is open
 * @param lookback epochs before opening whose randomness gives the challenge
 * @param faultCutoff epochs before opening from which faults and recoveries can no longer be declared
 */
public record ProvingSchedule(long period, long deadlines, long window, long lookback, long faultCutoff) {

    /** The network's: a day of 48 deadlines of half an hour. */
    public static final ProvingSchedule NETWORK = new ProvingSchedule(2880, 48, 60, 20, 70);

    private static final long DISPUTE_WINDOW = 1800;

    public ProvingSchedule {
        if (window <= 0 || deadlines <= 0 || period != window * deadlines) {
            throw new IllegalArgumentException("period of " + period + " epochs, expected " + deadlines + " windows of " + window);
        }
    }

    /** The deadline open at {@code epoch} for a miner whose recorded period start, however old or negative, is {@code offset}. */
    public DeadlineInfo deadlineAt(long offset, long epoch) {
        long start = epoch - Math.floorMod(epoch - offset, period);
        return deadline(start, (epoch - start) / window, epoch);
    }

    /** Deadline {@code index} of the period from {@code periodStart}, seen from {@code epoch}; index {@code deadlines} marks the period's end. */
    public DeadlineInfo deadline(long periodStart, long index, long epoch) {
        if (index < 0) {
            throw new IllegalArgumentException("deadline index " + index + " is negative");
        }
        if (index >= deadlines) {
            long end = periodStart + period;
            return new DeadlineInfo(this, epoch, periodStart, index, end, end, end, 0);
        }
        long open = periodStart + index * window;
        return new DeadlineInfo(this, epoch, periodStart, index, open, open + window, open - lookback, open - faultCutoff);
    }

    /** Whether partitions of deadline {@code index} may be changed at {@code epoch}: not while it is open or the next to open. */
    public boolean isMutable(long offset, long index, long epoch) {
        DeadlineInfo current = deadlineAt(offset, epoch);
        DeadlineInfo next = deadline(current.periodStart(), index, epoch).nextNotElapsed();
        return epoch < next.open() - window;
    }

    /** Whether proofs of deadline {@code index} can still be disputed at {@code epoch}. */
    public boolean isDisputable(long offset, long index, long epoch) {
        DeadlineInfo current = deadlineAt(offset, epoch);
        DeadlineInfo next = deadline(current.periodStart(), index, epoch).nextNotElapsed();
        return !next.isOpen() && epoch < next.close() - period + DISPUTE_WINDOW;
    }

    /** Whether partitions of deadline {@code index} may be compacted at {@code epoch}. */
    public boolean isCompactable(long offset, long index, long epoch) {
        return isMutable(offset, index, epoch) && !isDisputable(offset, index, epoch);
    }
}
