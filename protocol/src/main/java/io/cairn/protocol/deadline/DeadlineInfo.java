package io.cairn.protocol.deadline;

/**
 * A deadline of some proving period, seen from an epoch (go-state-types: dline/deadline.go). All values are epochs.
 *
 * @param index 0 to 47, or 48 to mark the end of the period
 * @param open first epoch in which a proof may be submitted
 * @param close first epoch too late for a proof
 * @param challenge epoch whose randomness gives the challenge
 * @param faultCutoff first epoch in which a declaration for this deadline is refused
 */
public record DeadlineInfo(ProvingSchedule schedule, long currentEpoch, long periodStart, long index, long open, long close,
                           long challenge, long faultCutoff) {

    public boolean periodStarted() {
        return currentEpoch >= periodStart;
    }

    public boolean periodElapsed() {
        return currentEpoch >= nextPeriodStart();
    }

    public boolean isOpen() {
        return open <= currentEpoch && currentEpoch < close;
    }

    public boolean hasElapsed() {
        return currentEpoch >= close;
    }

    public boolean faultCutoffPassed() {
        return currentEpoch >= faultCutoff;
    }

    /** Last epoch in which a proof may be submitted. */
    public long last() {
        return close - 1;
    }

    public long nextOpen() {
        return close;
    }

    /** Last epoch of the proving period. */
    public long periodEnd() {
        return nextPeriodStart() - 1;
    }

    public long nextPeriodStart() {
        return periodStart + schedule.period();
    }

    /** This deadline, or its first later occurrence that has not elapsed. */
    public DeadlineInfo nextNotElapsed() {
        if (!hasElapsed()) {
            return this;
        }
        long periods = 1 + (currentEpoch - close) / schedule.period();
        return schedule.deadline(periodStart + periods * schedule.period(), index, currentEpoch);
    }

    /** The deadline after this one, seen from the same epoch. */
    public DeadlineInfo next() {
        boolean wraps = index + 1 >= schedule.deadlines();
        return schedule.deadline(wraps ? nextPeriodStart() : periodStart, wraps ? 0 : index + 1, currentEpoch);
    }

    /** This deadline, seen from another epoch. */
    public DeadlineInfo seenFrom(long epoch) {
        return schedule.deadline(periodStart, index, epoch);
    }

    /** The quantization under which this deadline's expirations are kept. */
    public Quantization quantization() {
        return new Quantization(schedule.period(), last());
    }
}
