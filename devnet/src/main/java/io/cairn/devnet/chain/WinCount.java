package io.cairn.devnet.chain;

import io.cairn.devnet.economics.FixedPoint;
import java.math.BigInteger;

/**
 * How many times an election proof wins: the inverse of a Poisson distribution, in Q.256.
 *
 * <p>Source: lotus, chain/types/electionproof.go.
 */
public final class WinCount {

    private static final int PRECISION = 256;
    private static final int GREATEST = 15;
    private static final BigInteger EXPECTED_LEADERS = BigInteger.valueOf(5);

    private WinCount() {
    }

    /**
     * Wins of one proof, 0 to 15.
     *
     * @param vrfDigest blake2b-256 of the election proof's VRF output
     * @param minerPower the miner's quality-adjusted bytes at the lookback
     * @param networkPower the network's, greater than zero
     */
    public static int of(byte[] vrfDigest, BigInteger minerPower, BigInteger networkPower) {
        BigInteger drawn = new BigInteger(1, vrfDigest);
        BigInteger lambda = minerPower.multiply(EXPECTED_LEADERS).shiftLeft(PRECISION).divide(networkPower);
        BigInteger probability = FixedPoint.expNeg256(lambda);
        BigInteger remaining = BigInteger.ONE.shiftLeft(PRECISION).subtract(probability);
        int wins = 0;
        while (drawn.compareTo(remaining) < 0 && wins < GREATEST) {
            wins++;
            probability = probability.divide(BigInteger.valueOf(wins)).multiply(lambda).shiftRight(PRECISION);
            remaining = remaining.subtract(probability);
        }
        return wins;
    }
}
