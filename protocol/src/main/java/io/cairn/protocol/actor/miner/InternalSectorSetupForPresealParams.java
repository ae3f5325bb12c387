package io.cairn.protocol.actor.miner;

import io.cairn.protocol.actor.FilterEstimate;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import java.math.BigInteger;
import java.util.List;

/** Parameters of method InternalSectorSetupForPreseal (17) of the miner actor. */
public record InternalSectorSetupForPresealParams(@Unsigned List<Long> sectors, FilterEstimate rewardSmoothed,
                                                  BigInteger rewardBaselinePower,
                                                  FilterEstimate qualityAdjustedPowerSmoothed) implements CborTuple {

    public static InternalSectorSetupForPresealParams readFrom(CborReader reader) {
        return CborTuple.read(InternalSectorSetupForPresealParams.class, reader);
    }
}
