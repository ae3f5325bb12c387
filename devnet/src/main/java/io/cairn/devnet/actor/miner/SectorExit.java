package io.cairn.devnet.actor.miner;

/**
 * When a sector leaves the chain: at its expiration, rounded up to the end of its window, or earlier because it stays faulty.
 *
 * @param onTime epoch, 0 when it leaves early
 * @param early epoch, 0 when it leaves on time
 */
public record SectorExit(long onTime, long early) {
}
