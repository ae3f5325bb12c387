package io.cairn.protocol.actor.miner;

import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;

/** Sectors of a partition to be terminated. */
public record TerminationDeclaration(@Unsigned long deadline, @Unsigned long partition, BitField sectors) implements CborTuple {

    public static TerminationDeclaration readFrom(CborReader reader) {
        return CborTuple.read(TerminationDeclaration.class, reader);
    }
}
