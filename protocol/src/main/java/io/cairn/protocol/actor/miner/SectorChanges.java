package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import java.util.List;

/** The pieces added to a sector, as notified to the market (FIP-0076). */
public record SectorChanges(@Unsigned long sector, long minimumCommitmentEpoch, List<PieceChange> added) implements CborTuple {

    public static SectorChanges readFrom(CborReader reader) {
        return CborTuple.read(SectorChanges.class, reader);
    }
}
