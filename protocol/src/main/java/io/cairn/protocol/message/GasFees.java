package io.cairn.protocol.message;

import io.cairn.protocol.money.TokenAmount;
import java.math.BigInteger;

/**
 * What a message offers for each unit of gas, within a limit for all of it, and what it must offer to take the place of another with
 * the same nonce. Source: lotus, chain/messagepool/messagepool.go (CapGasFee, ComputeMinRBF, ComputeRBF).
 *
 * @param feeCap  most that a unit of gas may cost in all
 * @param premium what of that goes to the block's producer
 */
public record GasFees(TokenAmount feeCap, TokenAmount premium) {

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);
    private static final BigInteger LEAST_PERCENT = BigInteger.valueOf(110);
    private static final BigInteger USUAL_PERCENT = BigInteger.valueOf(125);

    /**
     * These fees, lowered until all gas costs at most {@code most}.
     *
     * @param gasLimit positive
     * @param maximize whether the fee cap is raised to all that the limit allows
     */
    public GasFees within(TokenAmount most, long gasLimit, boolean maximize) {
        BigInteger limit = BigInteger.valueOf(gasLimit);
        boolean tooDear = feeCap.atto().multiply(limit).compareTo(most.atto()) > 0;
        TokenAmount cap = maximize || tooDear ? new TokenAmount(most.atto().divide(limit)) : feeCap;
        return new GasFees(cap, premium.min(cap));
    }

    /** The least premium with which a pool lets a message take the place of one with this premium. */
    public static TokenAmount leastReplacement(TokenAmount premium) {
        return raised(premium, LEAST_PERCENT);
    }

    /** The premium that a sender usually offers to take the place of a message with this premium. */
    public static TokenAmount usualReplacement(TokenAmount premium) {
        return raised(premium, USUAL_PERCENT);
    }

    private static TokenAmount raised(TokenAmount premium, BigInteger percent) {
        return new TokenAmount(premium.atto().multiply(percent).divide(HUNDRED).add(BigInteger.ONE));
    }
}
