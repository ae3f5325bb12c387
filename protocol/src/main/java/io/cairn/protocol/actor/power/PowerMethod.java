package io.cairn.protocol.actor.power;

import io.cairn.protocol.actor.ActorMethod;
import io.cairn.protocol.money.TokenAmount;
import java.util.Optional;

/** The methods of the power actor (go-state-types: builtin/v18/methods.go). */
public enum PowerMethod implements ActorMethod {
    CONSTRUCTOR("Constructor", 1L, Void.class, Void.class),
    CREATE_MINER("CreateMiner", 2L, CreateMinerParams.class, CreateMinerReturn.class),
    UPDATE_CLAIMED_POWER("UpdateClaimedPower", 3L, UpdateClaimedPowerParams.class, Void.class),
    ENROLL_CRON_EVENT("EnrollCronEvent", 4L, EnrollCronEventParams.class, Void.class),
    CRON_TICK("CronTick", 5L, Void.class, Void.class),
    UPDATE_PLEDGE_TOTAL("UpdatePledgeTotal", 6L, TokenAmount.class, Void.class),
    SUBMIT_POREP_FOR_BULK_VERIFY("SubmitPoRepForBulkVerify", 8L, Void.class, Void.class),
    CURRENT_TOTAL_POWER("CurrentTotalPower", 9L, Void.class, CurrentTotalPowerReturn.class),
    MINER_CONSENSUS_COUNT_EXPORTED("MinerConsensusCountExported", 196739875L, Void.class, Long.class),
    NETWORK_RAW_POWER_EXPORTED("NetworkRawPowerExported", 931722534L, Void.class, TokenAmount.class),
    CREATE_MINER_EXPORTED("CreateMinerExported", 1173380165L, CreateMinerParams.class, CreateMinerReturn.class),
    MINER_COUNT_EXPORTED("MinerCountExported", 1987646258L, Void.class, Long.class),
    MINER_RAW_POWER_EXPORTED("MinerRawPowerExported", 3753401894L, Long.class, MinerRawPowerReturn.class);

    private final String methodName;
    private final long number;
    private final Class<?> params;
    private final Class<?> returns;

    PowerMethod(String methodName, long number, Class<?> params, Class<?> returns) {
        this.methodName = methodName;
        this.number = number;
        this.params = params;
        this.returns = returns;
    }

    /** The method with this number, if the actor has one. */
    public static Optional<PowerMethod> ofNumber(long number) {
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
