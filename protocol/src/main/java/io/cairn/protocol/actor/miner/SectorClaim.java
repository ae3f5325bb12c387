package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import java.util.List;

/** The claims of a sector to be kept and to be dropped. */
public record SectorClaim(@Unsigned long sectorNumber, @Unsigned List<Long> maintainClaims,
                          @Unsigned List<Long> dropClaims) implements CborTuple {

    public static SectorClaim readFrom(CborReader reader) {
        return CborTuple.read(SectorClaim.class, reader);
    }
}
