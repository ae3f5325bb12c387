package io.cairn.protocol.actor.reward;

import io.cairn.protocol.actor.ActorMethod;
import io.cairn.protocol.money.TokenAmount;
import java.util.Optional;

/** The methods of the reward actor (go-state-types: builtin/v18/methods.go). */
public enum RewardMethod implements ActorMethod {
    CONSTRUCTOR("Constructor", 1L, TokenAmount.class, Void.class),
    AWARD_BLOCK_REWARD("AwardBlockReward", 2L, AwardBlockRewardParams.class, Void.class),
    THIS_EPOCH_REWARD("ThisEpochReward", 3L, Void.class, ThisEpochRewardReturn.class),
    UPDATE_NETWORK_KPI("UpdateNetworkKPI", 4L, TokenAmount.class, Void.class);

    private final String methodName;
    private final long number;
    private final Class<?> params;
    private final Class<?> returns;

    RewardMethod(String methodName, long number, Class<?> params, Class<?> returns) {
        this.methodName = methodName;
        this.number = number;
        this.params = params;
        this.returns = returns;
    }

    /** The method with this number, if the actor has one. */
    public static Optional<RewardMethod> ofNumber(long number) {
        return ActorMethod.find(values(), number);
    }

    @Override
    public String methodName() {
        return methodName;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public Class<?> params() {
        return params;
    }

    @Override
    public Class<?> returns() {
        return returns;
    }
}
