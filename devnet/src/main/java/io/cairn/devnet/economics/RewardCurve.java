package io.cairn.devnet.economics;

import java.math.BigInteger;

/**
 * The network's minting: baseline growth, effective time and the reward of one epoch.
 *
 * <p>Source: builtin-actors, actors/reward/src/logic.rs and state.rs.
 */
public final class RewardCurve {

    /** Baseline power that the reward actor is constructed with, bytes. */
    public static final BigInteger INITIAL_BASELINE = new BigInteger("2888888880000000000");

    /** Initial estimate of the smoothed epoch reward. */
    public static final FilterEstimate INITIAL_ESTIMATE =
            FilterEstimate.of(new BigInteger("36266260308195979333"), new BigInteger("-109897758509"));

    private static final int PRECISION = FixedPoint.PRECISION;
    private static final BigInteger ATTO = BigInteger.TEN.pow(18);
    private static final BigInteger SIMPLE_TOTAL = BigInteger.valueOf(330_000_000).multiply(ATTO);
    private static final BigInteger BASELINE_TOTAL = BigInteger.valueOf(770_000_000).multiply(ATTO);
    private static final BigInteger GROWTH = new BigInteger("340282591298641078465964189926313473653");
    private static final BigInteger LAMBDA = new BigInteger("37396271439864487274534522888786");
    private static final BigInteger EXP_LAMBDA_MINUS_ONE = new BigInteger("37396273494747879394193016954629");

    private RewardCurve() {
    }

    /** The baseline one epoch later. */
    public static BigInteger nextBaseline(BigInteger baseline) {
        return baseline.multiply(GROWTH).shiftRight(PRECISION);
    }

    /** The baseline one epoch earlier than the initial one. */
    public static BigInteger initialBaselineBefore() {
        return INITIAL_BASELINE.shiftLeft(PRECISION).divide(GROWTH);
    }

    /** Effective network time, Q.128 epochs, within the effective epoch. */
    public static BigInteger theta(long effectiveEpoch, BigInteger effectiveBaseline, BigInteger realized, BigInteger baselineSum) {
        if (effectiveEpoch == 0) {
            return BigInteger.ZERO;
        }
        BigInteger missing = baselineSum.subtract(realized).shiftLeft(PRECISION).divide(effectiveBaseline);
        return BigInteger.valueOf(effectiveEpoch).shiftLeft(PRECISION).subtract(missing);
    }

    /** Reward in attoFIL of {@code epoch}, whose effective time ran from {@code before} to {@code after}. */
    public static BigInteger reward(long epoch, BigInteger before, BigInteger after) {
        BigInteger simple = SIMPLE_TOTAL.multiply(EXP_LAMBDA_MINUS_ONE)
                .multiply(FixedPoint.expNeg(LAMBDA.multiply(BigInteger.valueOf(epoch)))).shiftRight(PRECISION);
        BigInteger baseline = baselineSupply(after).subtract(baselineSupply(before));
        return simple.add(baseline).shiftRight(PRECISION);
    }

    private static BigInteger baselineSupply(BigInteger theta) {
        BigInteger exponent = theta.multiply(LAMBDA).shiftRight(PRECISION);
        return FixedPoint.ONE.subtract(FixedPoint.expNeg(exponent)).multiply(BASELINE_TOTAL);
    }
}
