package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;

/** Parameters of method ProveCommitSector (7) of the miner actor. */
public record ProveCommitSectorParams(@Unsigned long sectorNumber, ByteString proof) implements CborTuple {

    public static ProveCommitSectorParams readFrom(CborReader reader) {
        return CborTuple.read(ProveCommitSectorParams.class, reader);
    }
}
