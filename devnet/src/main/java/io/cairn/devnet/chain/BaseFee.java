package io.cairn.devnet.chain;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;

/**
 * The base fee of the next tipset, by the premiums that this one's messages paid (FIP-0115).
 *
 * <p>Source: lotus, chain/store/basefee.go (ComputeNextBaseFeeFromPremiums).
 */
public final class BaseFee {

    /** Base fee of genesis, attoFIL per gas. */
    public static final BigInteger INITIAL = BigInteger.valueOf(100_000_000);

    /** The floor, attoFIL per gas. */
    public static final BigInteger LEAST = BigInteger.valueOf(100);

    private static final long TARGET_INDEX = 7_999_999_999L;
    private static final BigInteger DENOMINATOR = BigInteger.valueOf(8);

    /** What one message bids: its premium and how much gas it may burn. */
    public record Bid(BigInteger premium, long gasLimit) { }

    private BaseFee() {
    }

    /** The base fee after a tipset with {@code baseFee} whose distinct messages made these bids. */
    public static BigInteger next(BigInteger baseFee, List<Bid> bids) {
        BigInteger step = baseFee.add(DENOMINATOR).subtract(BigInteger.ONE).divide(DENOMINATOR);
        BigInteger change = premiumAt(bids, TARGET_INDEX).subtract(step).min(step);
        return baseFee.add(change).max(LEAST);
    }

    /** The premium at the gas offset when bids lie end to end, dearest first; zero beyond their end. */
    public static BigInteger premiumAt(List<Bid> bids, long offset) {
        long passed = 0;
        for (Bid bid : bids.stream().sorted(Comparator.comparing(Bid::premium).reversed()).toList()) {
            passed += bid.gasLimit();
            if (passed > offset) {
                return bid.premium();
            }
        }
        return BigInteger.ZERO;
    }

    /** The premium that a message really pays above {@code baseFee}. */
    public static BigInteger effectivePremium(BigInteger feeCap, BigInteger premium, BigInteger baseFee) {
        return premium.min(feeCap.subtract(baseFee).max(BigInteger.ZERO));
    }
}
