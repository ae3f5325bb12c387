package io.cairn.persistence.deadline;

/**
 * One challenge window of one deadline, in epochs (go-state-types: dline/deadline.go).
 *
 * @param periodStart first epoch of the proving period; may be negative
 * @param index       deadline in its period
 * @param open        first epoch at which a proof is accepted
 * @param close       first epoch at which it is too late
 * @param challenge   epoch whose beacon gives the challenge
 * @param faultCutoff first epoch at which a declaration for this window is refused
 */
public record Window(long periodStart, int index, long open, long close, long challenge, long faultCutoff) {
}
