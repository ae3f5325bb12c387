package io.cairn.devnet.economics;

import java.math.BigInteger;

/**
 * State of the alpha-beta filter that smooths the epoch reward and the network's power: position and velocity per epoch,
 * both in Q.128. The filter is under-damped, so a position may well be negative.
 *
 * <p>Source: builtin-actors, runtime/src/builtin/reward/smooth/alpha_beta_filter.rs.
 */
public record FilterEstimate(BigInteger position, BigInteger velocity) {

    private static final BigInteger ALPHA = new BigInteger("314760000000000000000000000000000000");
    private static final BigInteger BETA = new BigInteger("96640100000000000000000000000000");

    /** An estimate from plain (not fixed-point) values. */
    public static FilterEstimate of(BigInteger position, BigInteger velocity) {
        return new FilterEstimate(position.shiftLeft(FixedPoint.PRECISION), velocity.shiftLeft(FixedPoint.PRECISION));
    }

    /** The integer part of the position. */
    public BigInteger estimate() {
        return position.shiftRight(FixedPoint.PRECISION);
    }

    /** The estimate after one observation, {@code deltaEpochs} epochs (at least one) after the last. */
    public FilterEstimate next(BigInteger observation, long deltaEpochs) {
        BigInteger delta = BigInteger.valueOf(deltaEpochs).shiftLeft(FixedPoint.PRECISION);
        BigInteger predicted = delta.multiply(velocity).shiftRight(FixedPoint.PRECISION).add(position);
        BigInteger residual = observation.shiftLeft(FixedPoint.PRECISION).subtract(predicted);
        BigInteger nextPosition = predicted.add(ALPHA.multiply(residual).shiftRight(FixedPoint.PRECISION));
        BigInteger nextVelocity = velocity.add(FixedPoint.divide(residual.multiply(BETA), delta));
        return new FilterEstimate(nextPosition, nextVelocity);
    }
}
