package io.cairn.protocol.actor.miner;

import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;

/** A partition in a window proof and the sectors left out of it. */
public record PoStPartition(@Unsigned long index, BitField skipped) implements CborTuple {

    public static PoStPartition readFrom(CborReader reader) {
        return CborTuple.read(PoStPartition.class, reader);
    }
}
