package io.cairn.actors.work;

import java.time.Instant;

/**
 * A computation that runs on this machine now.
 *
 * @param id        names it among those of this process
 * @param done      units finished, from 0 to {@code total}
 * @param total     units in all, 0 as long as it is not known
 * @param cancelled whether it was asked to stop and has not ended yet
 */
public record RunningTask(long id, Work work, long done, long total, Instant startedAt, boolean cancelled) {
}
