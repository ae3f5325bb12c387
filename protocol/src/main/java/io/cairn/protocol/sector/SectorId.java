package io.cairn.protocol.sector;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;

/** A sector of a miner: the miner's actor id and the sector number. */
public record SectorId(@Unsigned long miner, @Unsigned long number) implements CborTuple {

    public static SectorId readFrom(CborReader reader) {
        return CborTuple.read(SectorId.class, reader);
    }
}
