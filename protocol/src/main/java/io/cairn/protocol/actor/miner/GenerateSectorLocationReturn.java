package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;

/** Return value of method GenerateSectorLocation of the miner actor. */
public record GenerateSectorLocationReturn(@Unsigned long status, ByteString auxData) implements CborTuple {

    public static GenerateSectorLocationReturn readFrom(CborReader reader) {
        return CborTuple.read(GenerateSectorLocationReturn.class, reader);
    }
}
