package io.cairn.devnet.economics;

import java.math.BigInteger;

/**
 * The sum over future epochs of one filter's extrapolation divided by another's, in Q.128.
 *
 * <p>Source: builtin-actors, runtime/src/builtin/reward/smooth/smooth_func.rs.
 */
public final class CumulativeRatio {

    private static final BigInteger EPSILON = new BigInteger("302231454903657293676544");
    private static final int PRECISION = FixedPoint.PRECISION;

    private CumulativeRatio() {
    }

    /** The sum of {@code numerator / denominator} over {@code epochs} epochs that begin {@code start} epochs from now. */
    public static BigInteger extrapolate(long epochs, long start, FilterEstimate numerator, FilterEstimate denominator) {
        BigInteger delta = BigInteger.valueOf(epochs).shiftLeft(PRECISION);
        BigInteger from = BigInteger.valueOf(start).shiftLeft(PRECISION);
        BigInteger p1 = extrapolated(numerator, from);
        BigInteger v1 = numerator.velocity();
        BigInteger p2 = extrapolated(denominator, from);
        BigInteger v2 = denominator.velocity();
        BigInteger squared = v2.multiply(v2).shiftRight(PRECISION);
        if (squared.compareTo(EPSILON) <= 0) {
            BigInteger half = v1.multiply(delta.shiftRight(1)).shiftRight(PRECISION).add(p1);
            return FixedPoint.divide(half.multiply(delta), p2);
        }
        BigInteger a = FixedPoint.ln(p2);
        BigInteger b = FixedPoint.ln(v2.multiply(delta).shiftRight(PRECISION).add(p2));
        BigInteger m1 = b.subtract(a).multiply(p1).multiply(v2).shiftRight(PRECISION);
        BigInteger m2 = a.subtract(b).multiply(p2).add(v2.multiply(delta)).multiply(v1).shiftRight(PRECISION);
        return FixedPoint.divide(m2.add(m1), squared);
    }

    private static BigInteger extrapolated(FilterEstimate estimate, BigInteger from) {
        return estimate.velocity().multiply(from).shiftRight(PRECISION).add(estimate.position());
    }
}
