package io.cairn.protocol.api;

/** When a sector leaves the chain: the epoch it is scheduled for, and that of an early removal as faulty (0 for none). */
public record SectorExpiration(long onTime, long early) {
}
