package io.cairn.protocol.actor.miner;

import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import java.util.List;

/** Sectors of a partition and their new expiration, with what becomes of their claims. */
public record ExpirationExtension2(@Unsigned long deadline, @Unsigned long partition, BitField sectors,
                                   List<SectorClaim> sectorsWithClaims, long newExpiration) implements CborTuple {

    public static ExpirationExtension2 readFrom(CborReader reader) {
        return CborTuple.read(ExpirationExtension2.class, reader);
    }
}
