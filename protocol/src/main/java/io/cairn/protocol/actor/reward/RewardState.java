package io.cairn.protocol.actor.reward;

import io.cairn.protocol.actor.FilterEstimate;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.money.TokenAmount;
import java.math.BigInteger;

/** State of the reward actor; amounts in attoFIL, baselines in bytes. */
public record RewardState(BigInteger cumsumBaseline, BigInteger cumsumRealized, long effectiveNetworkTime,
                          BigInteger effectiveBaselinePower, TokenAmount thisEpochReward,
                          FilterEstimate thisEpochRewardSmoothed, BigInteger thisEpochBaselinePower, long epoch,
                          TokenAmount totalStoragePowerReward, TokenAmount simpleTotal,
                          TokenAmount baselineTotal) implements CborTuple {

    public static RewardState readFrom(CborReader reader) {
        return CborTuple.read(RewardState.class, reader);
    }
}
