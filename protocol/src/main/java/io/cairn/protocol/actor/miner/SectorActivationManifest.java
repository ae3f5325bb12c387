package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import java.util.List;

/** A sector to be activated and its pieces (FIP-0076). */
public record SectorActivationManifest(@Unsigned long sectorNumber, List<PieceActivationManifest> pieces) implements CborTuple {

    public static SectorActivationManifest readFrom(CborReader reader) {
        return CborTuple.read(SectorActivationManifest.class, reader);
    }
}
