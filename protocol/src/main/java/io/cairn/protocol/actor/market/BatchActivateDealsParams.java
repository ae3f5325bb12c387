package io.cairn.protocol.actor.market;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.util.List;

/** Parameters of method BatchActivateDeals (6) of the market actor. */
public record BatchActivateDealsParams(List<SectorDeals> sectors, boolean computeCid) implements CborTuple {

    public static BatchActivateDealsParams readFrom(CborReader reader) {
        return CborTuple.read(BatchActivateDealsParams.class, reader);
    }
}
