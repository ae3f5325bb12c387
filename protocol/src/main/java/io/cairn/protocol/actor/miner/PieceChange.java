package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.cid.Cid;

/** A piece added to a sector, with the payload of its notification. */
public record PieceChange(Cid data, @Unsigned long size, ByteString payload) implements CborTuple {

    public static PieceChange readFrom(CborReader reader) {
        return CborTuple.read(PieceChange.class, reader);
    }
}
