package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;

/** Parameters of method ValidateSectorStatus of the miner actor. */
public record ValidateSectorStatusParams(@Unsigned long sectorNumber, @Unsigned long status, ByteString auxData)
        implements CborTuple {

    public static ValidateSectorStatusParams readFrom(CborReader reader) {
        return CborTuple.read(ValidateSectorStatusParams.class, reader);
    }
}
