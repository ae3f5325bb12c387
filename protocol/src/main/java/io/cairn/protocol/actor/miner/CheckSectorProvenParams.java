package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;

/** Parameters of method CheckSectorProven (13) of the miner actor. */
public record CheckSectorProvenParams(@Unsigned long sectorNumber) implements CborTuple {

    public static CheckSectorProvenParams readFrom(CborReader reader) {
        return CborTuple.read(CheckSectorProvenParams.class, reader);
    }
}
