package io.cairn.protocol.actor.market;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.util.List;

/** Parameters of method VerifyDealsForActivation (5) of the market actor. */
public record VerifyDealsForActivationParams(List<SectorDeals> sectors) implements CborTuple {

    public static VerifyDealsForActivationParams readFrom(CborReader reader) {
        return CborTuple.read(VerifyDealsForActivationParams.class, reader);
    }
}
