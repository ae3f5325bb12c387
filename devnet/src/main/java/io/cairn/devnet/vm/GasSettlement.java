package io.cairn.devnet.vm;

import java.math.BigInteger;

/**
 * Who pays what for a message's gas, attoFIL.
 *
 * <p>Source: lotus, chain/vm/burn.go; ref-fvm, fvm/src/executor/default.rs.
 *
 * @param baseFeeBurn burnt for the gas used
 * @param overEstimationBurn burnt for gas that was asked for and not used
 * @param minerPenalty charged to the block's producer
 * @param minerTip paid to the block's producer
 * @param refund returned to the sender
 * @param gasRefund gas returned to the sender
 * @param gasBurned gas burnt although unused
 */
public record GasSettlement(BigInteger baseFeeBurn, BigInteger overEstimationBurn, BigInteger minerPenalty, BigInteger minerTip,
        BigInteger refund, long gasRefund, long gasBurned) {

    /** Settles a message that used {@code used} of {@code limit} gas. */
    public static GasSettlement of(long used, long limit, BigInteger baseFee, BigInteger feeCap, BigInteger premium) {
        BigInteger pay = baseFee.min(feeCap);
        BigInteger burnt = pay.multiply(BigInteger.valueOf(used));
        BigInteger tip = premium.min(feeCap.subtract(pay)).multiply(BigInteger.valueOf(limit));
        long gasBurned = overEstimation(used, limit);
        BigInteger overBurn = pay.multiply(BigInteger.valueOf(gasBurned));
        BigInteger refund = feeCap.multiply(BigInteger.valueOf(limit)).subtract(burnt).subtract(tip).subtract(overBurn);
        BigInteger penalty = baseFee.subtract(pay).multiply(BigInteger.valueOf(used + gasBurned));
        return new GasSettlement(burnt, overBurn, penalty, tip, refund, limit - used - gasBurned, gasBurned);
    }

    private static long overEstimation(long used, long limit) {
        if (used == 0) {
            return limit;
        }
        long over = Math.min(limit - 11 * used / 10, used);
        if (over <= 0) {
            return 0;
        }
        return BigInteger.valueOf(limit - used).multiply(BigInteger.valueOf(over)).divide(BigInteger.valueOf(used)).longValueExact();
    }
}
