package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;

/** Parameters of method GenerateSectorLocation of the miner actor. */
public record GenerateSectorLocationParams(@Unsigned long sectorNumber) implements CborTuple {

    public static GenerateSectorLocationParams readFrom(CborReader reader) {
        return CborTuple.read(GenerateSectorLocationParams.class, reader);
    }
}
