package io.cairn.devnet.economics;

import java.math.BigInteger;

/**
 * Quality of a sector: how much more than its raw bytes its power weighs because of verified deals.
 *
 * <p>Source: builtin-actors, actors/miner/src/policy.rs.
 */
public final class Quality {

    private static final int PRECISION = 20;

    private Quality() {
    }

    /** Quality in Q.20 of a sector of {@code size} bytes over {@code duration} epochs; the weight is byte-epochs of verified deals. */
    public static BigInteger of(long size, long duration, BigInteger verifiedWeight) {
        BigInteger spaceTime = BigInteger.valueOf(size).multiply(BigInteger.valueOf(duration));
        BigInteger weighted = spaceTime.subtract(verifiedWeight).multiply(BigInteger.TEN)
                .add(verifiedWeight.multiply(BigInteger.valueOf(100)));
        return weighted.shiftLeft(PRECISION).divide(spaceTime).divide(BigInteger.TEN);
    }

    /** Quality-adjusted power in bytes. */
    public static BigInteger power(long size, long duration, BigInteger verifiedWeight) {
        return BigInteger.valueOf(size).multiply(of(size, duration, verifiedWeight)).shiftRight(PRECISION);
    }

    /** Power of a sector that is wholly filled with verified deals. */
    public static BigInteger greatestPower(long size) {
        return BigInteger.valueOf(size).multiply(BigInteger.TEN);
    }
}
