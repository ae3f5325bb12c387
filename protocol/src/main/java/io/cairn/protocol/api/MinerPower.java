package io.cairn.protocol.api;

import java.math.BigInteger;

/**
 * The power of a miner beside that of the network.
 *
 * @param minerPower  the miner's claim
 * @param totalPower  the sum of all claims
 * @param hasMinPower whether the miner is large enough to win blocks
 */
public record MinerPower(Claim minerPower, Claim totalPower, boolean hasMinPower) {

    /** Power in bytes: as stored, and weighted by the quality of the sectors. */
    public record Claim(BigInteger rawBytePower, BigInteger qualityAdjPower) {
    }
}
