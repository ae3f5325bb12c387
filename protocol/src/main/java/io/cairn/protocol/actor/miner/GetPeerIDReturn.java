package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;

/** Return value of method GetPeerID of the miner actor. */
public record GetPeerIDReturn(ByteString peerId) implements CborTuple {

    public static GetPeerIDReturn readFrom(CborReader reader) {
        return CborTuple.read(GetPeerIDReturn.class, reader);
    }
}
