package io.cairn.protocol.actor.miner;

import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;

/** Parameters of method CompactPartitions (19) of the miner actor. */
public record CompactPartitionsParams(@Unsigned long deadline, BitField partitions) implements CborTuple {

    public static CompactPartitionsParams readFrom(CborReader reader) {
        return CborTuple.read(CompactPartitionsParams.class, reader);
    }
}
