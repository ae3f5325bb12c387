package io.cairn.devnet.chain;

import java.math.BigInteger;

/**
 * Weight of a tipset: what makes one chain heavier than another.
 *
 * <p>Source: lotus, chain/consensus/filcns/weight.go.
 */
public final class TipsetWeight {

    private static final BigInteger BLOCKS_TIMES_DENOMINATOR = BigInteger.TEN;

    private TipsetWeight() {
    }

    /** Weight of a tipset with this parent weight, network power (quality-adjusted bytes, above zero) and sum of win counts. */
    public static BigInteger of(BigInteger parentWeight, BigInteger networkPower, long wins) {
        if (networkPower.signum() <= 0) {
            throw new IllegalStateException("network power is " + networkPower + ", expected more than zero: all power is gone");
        }
        BigInteger scale = BigInteger.valueOf(networkPower.bitLength() - 1L).shiftLeft(8);
        return parentWeight.add(scale).add(scale.multiply(BigInteger.valueOf(wins)).divide(BLOCKS_TIMES_DENOMINATOR));
    }
}
