package io.cairn.protocol.actor.market;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.util.List;

/** Parameters of method PublishStorageDeals (4) of the market actor. */
public record PublishStorageDealsParams(List<ClientDealProposal> deals) implements CborTuple {

    public static PublishStorageDealsParams readFrom(CborReader reader) {
        return CborTuple.read(PublishStorageDealsParams.class, reader);
    }
}
