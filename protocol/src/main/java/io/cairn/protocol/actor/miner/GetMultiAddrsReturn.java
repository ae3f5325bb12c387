package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;

/** Return value of method GetMultiaddrs of the miner actor. */
public record GetMultiAddrsReturn(ByteString multiAddresses) implements CborTuple {

    public static GetMultiAddrsReturn readFrom(CborReader reader) {
        return CborTuple.read(GetMultiAddrsReturn.class, reader);
    }
}
