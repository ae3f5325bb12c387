package io.cairn.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigInteger;
import java.util.Map;

/**
 * The network's parameters.
 *
 * @param networkName             such as {@code mainnet}
 * @param blockDelaySecs          seconds of an epoch
 * @param consensusMinerMinPower  bytes of quality-adjusted power that a miner needs to win
 * @param preCommitChallengeDelay epochs between precommit and its challenge
 * @param forkUpgradeParams       epochs of the upgrades by name
 * @param eip155ChainId           chain number for Ethereum tools
 * @param genesisTimestamp        seconds since 1970
 */
public record NetworkParams(
        String networkName,
        long blockDelaySecs,
        BigInteger consensusMinerMinPower,
        long preCommitChallengeDelay,
        Map<String, Long> forkUpgradeParams,
        @JsonProperty("Eip155ChainID") long eip155ChainId,
        long genesisTimestamp) {
}
