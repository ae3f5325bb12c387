package io.cairn.protocol.actor.market;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;

/** Where a published deal stands; epochs are -1 while unset. */
public record DealState(@Unsigned long sectorNumber, long sectorStartEpoch, long lastUpdatedEpoch,
                        long slashEpoch) implements CborTuple {

    public static DealState readFrom(CborReader reader) {
        return CborTuple.read(DealState.class, reader);
    }
}
