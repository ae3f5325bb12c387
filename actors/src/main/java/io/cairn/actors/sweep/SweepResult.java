package io.cairn.actors.sweep;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * What a sweep has found.
 *
 * @param at       when it ended
 * @param examined sectors that were looked at
 * @param stuck    sectors that will not go on by themselves although nothing says so, by number, with the reason
 * @param strays   files that belong to no sector that is followed: entity name and bytes
 */
public record SweepResult(Instant at, int examined, SortedMap<Long, String> stuck, SortedMap<String, Long> strays) {

    /** Names of at most so many stuck sectors. */
    public List<Long> stuckSectors(int most) {
        return stuck.keySet().stream().limit(most).toList();
    }
}
