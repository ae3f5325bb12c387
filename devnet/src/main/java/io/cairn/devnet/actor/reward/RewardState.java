package io.cairn.devnet.actor.reward;

import io.cairn.devnet.economics.FilterEstimate;
import io.cairn.devnet.economics.RewardCurve;
import java.math.BigInteger;

/**
 * State of the reward actor. Amounts in attoFIL, powers in bytes.
 *
 * <p>Source: builtin-actors, actors/reward/src/state.rs.
 */
public record RewardState(BigInteger baselineSum, BigInteger realizedSum, long effectiveTime, BigInteger effectiveBaseline,
        BigInteger epochReward, FilterEstimate smoothedReward, BigInteger epochBaseline, long epoch, BigInteger minted) {

    private static final long BEFORE_GENESIS = -1;

    /** The state at genesis of a network with {@code power} raw bytes. */
    public static RewardState construct(BigInteger power) {
        RewardState empty = new RewardState(BigInteger.ZERO, BigInteger.ZERO, 0, RewardCurve.INITIAL_BASELINE, BigInteger.ZERO,
                RewardCurve.INITIAL_ESTIMATE, RewardCurve.initialBaselineBefore(), BEFORE_GENESIS, BigInteger.ZERO);
        return empty.withEpochReward(power);
    }

    /** Advances to the epoch after {@code now}, or catches up with it, and smooths the reward. */
    public RewardState updated(BigInteger power, long now) {
        RewardState next = this;
        while (next.epoch < now) {
            next = next.stepped(power);
        }
        next = next.withEpochReward(power);
        return next.smoothed(next.epoch - epoch);
    }

    /** The state with {@code paid} more attoFIL handed to miners. */
    public RewardState withMinted(BigInteger paid) {
        return new RewardState(baselineSum, realizedSum, effectiveTime, effectiveBaseline, epochReward, smoothedReward,
                epochBaseline, epoch, minted.add(paid));
    }

    private RewardState withEpochReward(BigInteger power) {
        BigInteger before = theta();
        RewardState next = stepped(power);
        BigInteger reward = RewardCurve.reward(next.epoch, before, next.theta());
        return new RewardState(next.baselineSum, next.realizedSum, next.effectiveTime, next.effectiveBaseline, reward,
                smoothedReward, next.epochBaseline, next.epoch, minted);
    }

    private RewardState smoothed(long delta) {
        return new RewardState(baselineSum, realizedSum, effectiveTime, effectiveBaseline, epochReward,
                smoothedReward.next(epochReward, delta), epochBaseline, epoch, minted);
    }

    private RewardState stepped(BigInteger power) {
        BigInteger baseline = RewardCurve.nextBaseline(epochBaseline);
        BigInteger realized = realizedSum.add(baseline.min(power));
        BigInteger sum = baselineSum;
        BigInteger effective = effectiveBaseline;
        long time = effectiveTime;
        while (realized.compareTo(sum) > 0) {
            time++;
            effective = RewardCurve.nextBaseline(effective);
            sum = sum.add(effective);
        }
        return new RewardState(sum, realized, time, effective, epochReward, smoothedReward, baseline, epoch + 1, minted);
    }

    private BigInteger theta() {
        return RewardCurve.theta(effectiveTime, effectiveBaseline, realizedSum, baselineSum);
    }
}
