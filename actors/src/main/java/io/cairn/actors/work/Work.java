package io.cairn.actors.work;

/**
 * What somebody is about to compute.
 *
 * @param subject what it is about, such as {@code sector 3} or {@code deadline 17 partitions 0-2}
 * @param stage   which part of the way, such as {@code layers}
 * @param unit    what progress counts in the plural, such as {@code nodes}; empty if it says nothing to a reader
 */
public record Work(WorkKind kind, String subject, String stage, String unit) {
}
