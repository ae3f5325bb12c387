package io.cairn.protocol.actor.miner;

import io.cairn.protocol.actor.FilterEstimate;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;

/** Parameters of method OnDeferredCronEvent (12) of the miner actor. */
public record DeferredCronEventParams(ByteString eventPayload, FilterEstimate rewardSmoothed,
                                      FilterEstimate qualityAdjustedPowerSmoothed) implements CborTuple {

    public static DeferredCronEventParams readFrom(CborReader reader) {
        return CborTuple.read(DeferredCronEventParams.class, reader);
    }
}
