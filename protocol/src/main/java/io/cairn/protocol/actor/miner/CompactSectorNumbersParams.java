package io.cairn.protocol.actor.miner;

import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;

/** Parameters of method CompactSectorNumbers (20) of the miner actor. */
public record CompactSectorNumbersParams(BitField maskSectorNumbers) implements CborTuple {

    public static CompactSectorNumbersParams readFrom(CborReader reader) {
        return CborTuple.read(CompactSectorNumbersParams.class, reader);
    }
}
