package io.cairn.protocol.actor.miner;

import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;

/** Faulty sectors of a partition that will be proved in its next window. */
public record RecoveryDeclaration(@Unsigned long deadline, @Unsigned long partition, BitField sectors) implements CborTuple {

    public static RecoveryDeclaration readFrom(CborReader reader) {
        return CborTuple.read(RecoveryDeclaration.class, reader);
    }
}
