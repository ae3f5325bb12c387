package io.cairn.persistence.sector;

/**
 * A line of a sector's history.
 *
 * @param at   wall clock in milliseconds since 1970
 * @param what name of the event as stored
 * @param note what an operator may want to know, may be empty
 */
public record Moment(long at, String what, String note) {
}
