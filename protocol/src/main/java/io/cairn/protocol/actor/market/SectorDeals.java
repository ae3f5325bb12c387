package io.cairn.protocol.actor.market;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.util.List;

/** The deals of one sector. */
public record SectorDeals(@Unsigned long sectorNumber, RegisteredSealProof sectorType, long sectorExpiry,
                          @Unsigned List<Long> dealIds) implements CborTuple {

    public static SectorDeals readFrom(CborReader reader) {
        return CborTuple.read(SectorDeals.class, reader);
    }
}
