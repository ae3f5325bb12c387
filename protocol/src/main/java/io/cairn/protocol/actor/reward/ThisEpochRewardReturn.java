package io.cairn.protocol.actor.reward;

import io.cairn.protocol.actor.FilterEstimate;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.math.BigInteger;

/** Return value of method ThisEpochReward (3) of the reward actor. */
public record ThisEpochRewardReturn(FilterEstimate thisEpochRewardSmoothed, BigInteger thisEpochBaselinePower)
        implements CborTuple {

    public static ThisEpochRewardReturn readFrom(CborReader reader) {
        return CborTuple.read(ThisEpochRewardReturn.class, reader);
    }
}
