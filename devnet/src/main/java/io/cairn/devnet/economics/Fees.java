package io.cairn.devnet.economics;

import java.math.BigInteger;

/**
 * Deposits, pledge, fees and penalties of a sector, in attoFIL. Powers are quality-adjusted bytes, ages and durations epochs.
 *
 * <p>Source: builtin-actors, actors/miner/src/monies.rs; FIP-0081 (pledge skew), FIP-0098 (termination), FIP-0100 (daily fee).
 */
public final class Fees {

    private static final int DEPOSIT_EPOCHS = 57_600;
    private static final int FAULT_EPOCHS = 10_108;
    private static final int INVALID_PROOF_EPOCHS = 15_868;
    private static final BigInteger ATTO = BigInteger.TEN.pow(18);
    private static final BigInteger DISPUTE_BASE = ATTO.multiply(BigInteger.valueOf(20));
    private static final BigInteger PLEDGE_CAP_PER_BYTE = BigInteger.valueOf(29_103_830);
    private static final BigInteger DAILY_FEE_NUMERATOR = BigInteger.valueOf(161_817);
    private static final BigInteger DAILY_FEE_DENOMINATOR = BigInteger.TEN.pow(30);
    private static final long TERMINATION_LIFETIME_EPOCHS = 140L * 2880;
    private static final int FULL_SKEW = 300;

    private Fees() {
    }

    /** The block reward that power {@code qa} is expected to earn within {@code epochs}; never negative. */
    public static BigInteger expectedReward(FilterEstimate reward, FilterEstimate power, BigInteger qa, long epochs) {
        if (power.estimate().signum() == 0) {
            return reward.estimate();
        }
        BigInteger ratio = CumulativeRatio.extrapolate(epochs, 0, reward, power);
        return qa.multiply(ratio).shiftRight(FixedPoint.PRECISION).max(BigInteger.ZERO);
    }

    /** Deposit for the precommitment of power {@code qa}: twenty days of reward, at least one attoFIL. */
    public static BigInteger preCommitDeposit(FilterEstimate reward, FilterEstimate power, BigInteger qa) {
        return expectedReward(reward, power, qa, DEPOSIT_EPOCHS).max(BigInteger.ONE);
    }

    /** Initial pledge of power {@code qa}. */
    public static BigInteger initialPledge(BigInteger qa, BigInteger baseline, FilterEstimate reward, FilterEstimate power,
            BigInteger circulating, long epochsSinceRampStart, long rampDuration) {
        BigInteger lock = circulating.multiply(BigInteger.valueOf(3));
        BigInteger networkQa = power.estimate();
        long skew = skew(epochsSinceRampStart, rampDuration);
        BigInteger baselineShare = lock.multiply(qa).multiply(BigInteger.valueOf(1000 - skew))
                .divide(networkQa.max(baseline).max(qa).multiply(BigInteger.valueOf(10_000)));
        BigInteger simpleShare = lock.multiply(qa).multiply(BigInteger.valueOf(skew))
                .divide(networkQa.max(qa).multiply(BigInteger.valueOf(10_000)));
        BigInteger nominal = preCommitDeposit(reward, power, qa).add(baselineShare).add(simpleShare);
        return nominal.min(PLEDGE_CAP_PER_BYTE.multiply(qa));
    }

    private static long skew(long epochsSinceRampStart, long rampDuration) {
        if (epochsSinceRampStart < 0) {
            return 0;
        }
        if (rampDuration == 0 || epochsSinceRampStart >= rampDuration) {
            return FULL_SKEW;
        }
        return FULL_SKEW * epochsSinceRampStart / rampDuration;
    }

    /** Fee per proving period for power {@code qa} that stays faulty. */
    public static BigInteger continuedFault(FilterEstimate reward, FilterEstimate power, BigInteger qa) {
        return expectedReward(reward, power, qa, FAULT_EPOCHS);
    }

    /** Penalty for an optimistically accepted window proof that turned out invalid. */
    public static BigInteger invalidProof(FilterEstimate reward, FilterEstimate power, BigInteger qa) {
        return expectedReward(reward, power, qa, INVALID_PROOF_EPOCHS).add(DISPUTE_BASE);
    }

    /** Fee for a sector that leaves before its time, given its pledge, age and continued-fault fee. */
    public static BigInteger termination(BigInteger pledge, long age, BigInteger faultFee) {
        BigInteger simple = pledge.multiply(BigInteger.valueOf(85)).divide(BigInteger.valueOf(1000));
        BigInteger aged = simple.multiply(BigInteger.valueOf(age)).divide(BigInteger.valueOf(TERMINATION_LIFETIME_EPOCHS));
        BigInteger leastOfPledge = pledge.multiply(BigInteger.TWO).divide(BigInteger.valueOf(100));
        BigInteger leastOfFault = faultFee.multiply(BigInteger.valueOf(105)).divide(BigInteger.valueOf(100));
        return simple.min(aged).max(leastOfPledge).max(leastOfFault);
    }

    /** The fee that power {@code qa} owes per day from its activation on. */
    public static BigInteger daily(BigInteger circulating, BigInteger qa) {
        return DAILY_FEE_NUMERATOR.multiply(circulating).multiply(qa).divide(DAILY_FEE_DENOMINATOR);
    }

    /** Ceiling of a deadline's daily fee: half a day of its live power's expected reward. */
    public static BigInteger dailyCap(FilterEstimate reward, FilterEstimate power, BigInteger liveQa) {
        return expectedReward(reward, power, liveQa, 2880).divide(BigInteger.TWO);
    }

    /** The part of a block reward that vests over 180 days. */
    public static BigInteger lockedReward(BigInteger reward) {
        return reward.multiply(BigInteger.valueOf(3)).divide(BigInteger.valueOf(4));
    }

    /** Penalty for a consensus fault, given the smoothed epoch reward. */
    public static BigInteger consensusFault(BigInteger epochReward) {
        return epochReward;
    }

    /** The share of a consensus fault's penalty that goes to its reporter. */
    public static BigInteger consensusReporter(BigInteger epochReward) {
        return epochReward.divide(BigInteger.valueOf(20));
    }

    /** The least collateral that a provider puts up for a deal of {@code size} padded bytes. */
    public static BigInteger providerCollateral(BigInteger size, BigInteger networkRaw, BigInteger baseline, BigInteger circulating) {
        return size.multiply(circulating).divide(networkRaw.max(baseline).max(size).multiply(BigInteger.valueOf(100)));
    }
}
