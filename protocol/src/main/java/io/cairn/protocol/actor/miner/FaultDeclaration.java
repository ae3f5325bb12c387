package io.cairn.protocol.actor.miner;

import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;

/** Sectors of a partition that are declared faulty. */
public record FaultDeclaration(@Unsigned long deadline, @Unsigned long partition, BitField sectors) implements CborTuple {

    public static FaultDeclaration readFrom(CborReader reader) {
        return CborTuple.read(FaultDeclaration.class, reader);
    }
}
