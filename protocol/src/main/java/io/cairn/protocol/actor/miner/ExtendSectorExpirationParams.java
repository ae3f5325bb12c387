package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.util.List;

/** Parameters of method ExtendSectorExpiration (8) of the miner actor. */
public record ExtendSectorExpirationParams(List<ExpirationExtension> extensions) implements CborTuple {

    public static ExtendSectorExpirationParams readFrom(CborReader reader) {
        return CborTuple.read(ExtendSectorExpirationParams.class, reader);
    }
}
