package io.cairn.protocol.actor.miner;

import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;

/** Sectors of a partition and their new expiration. */
public record ExpirationExtension(@Unsigned long deadline, @Unsigned long partition, BitField sectors,
                                  long newExpiration) implements CborTuple {

    public static ExpirationExtension readFrom(CborReader reader) {
        return CborTuple.read(ExpirationExtension.class, reader);
    }
}
