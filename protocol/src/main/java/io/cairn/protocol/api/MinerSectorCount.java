package io.cairn.protocol.api;

/** How many sectors a miner has: not terminated, proving, and faulty. */
public record MinerSectorCount(long live, long active, long faulty) {
}
