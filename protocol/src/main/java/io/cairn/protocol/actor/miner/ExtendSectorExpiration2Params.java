package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.util.List;

/** Parameters of method ExtendSectorExpiration2 (32) of the miner actor. */
public record ExtendSectorExpiration2Params(List<ExpirationExtension2> extensions) implements CborTuple {

    public static ExtendSectorExpiration2Params readFrom(CborReader reader) {
        return CborTuple.read(ExtendSectorExpiration2Params.class, reader);
    }
}
