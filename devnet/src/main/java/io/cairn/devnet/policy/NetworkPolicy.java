package io.cairn.devnet.policy;

import java.math.BigInteger;

/**
 * Constants of the network that differ between builds, or that tests of the chain itself shorten.
 *
 * <p>Source: lotus, build/buildconstants/params_2k.go; builtin-actors, runtime/src/runtime/policy.rs.
 *
 * @param blockDelaySeconds seconds between epochs in headers
 * @param leastConsensusPower raw bytes from which a miner counts as big
 * @param minersForLeastPower how many big miners switch that minimum on
 * @param preCommitChallengeDelay epochs between precommitment and its interactive challenge
 * @param chainFinality epochs
 * @param winningLookback epochs between the state that decides elections and the round; below 900 not faithful
 * @param reserveInitial attoFIL that the reserve is taken to have held
 */
public record NetworkPolicy(long blockDelaySeconds, BigInteger leastConsensusPower, int minersForLeastPower,
        long preCommitChallengeDelay, long chainFinality, long winningLookback, BigInteger reserveInitial) {

    public static final long PROVING_PERIOD = 2880;
    public static final int DEADLINES = 48;
    public static final long CHALLENGE_WINDOW = 60;
    public static final long CHALLENGE_LOOKBACK = 20;
    public static final long FAULT_CUTOFF = 70;
    public static final long FAULT_MAX_AGE = 120_960;
    public static final long DISPUTE_WINDOW = 1800;
    public static final long WORKER_KEY_DELAY = 900;
    public static final long CONSENSUS_FAULT_BAN = 900;
    public static final long PRE_COMMIT_CLEANUP_DELAY = 960;
    public static final long LEAST_SECTOR_TERM = 518_400;
    public static final long MOST_SECTOR_TERM = 5_259_485;
    public static final long MOST_EXTENSION = 3_680_640;
    public static final long MOST_SEAL_RANDOMNESS_LOOKBACK = 3780;
    public static final int MOST_PARTITIONS_PER_DEADLINE = 3000;
    public static final int MOST_POSTED_PARTITIONS = 3;
    public static final int MOST_ADDRESSED_SECTORS = 25_000;
    public static final long DEAL_CRON_INTERVAL = 86_400;
    public static final int EXPECTED_LEADERS = 5;
    public static final int NETWORK_VERSION = 28;

    /** The 2k devnet. */
    public static NetworkPolicy devnet2k() {
        return new NetworkPolicy(4, BigInteger.valueOf(2048), 4, 10, 900, 900,
                BigInteger.valueOf(1_400_000_000).multiply(BigInteger.TEN.pow(18)));
    }

    /** Epochs after which an unproven precommitment can no longer be proven. */
    public long mostProveCommitDelay() {
        return 30 * 2880 + preCommitChallengeDelay;
    }

    /** The policy with another winning lookback. */
    public NetworkPolicy withWinningLookback(long epochs) {
        return new NetworkPolicy(blockDelaySeconds, leastConsensusPower, minersForLeastPower, preCommitChallengeDelay,
                chainFinality, epochs, reserveInitial);
    }
}
