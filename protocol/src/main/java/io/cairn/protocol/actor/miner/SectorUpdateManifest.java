package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.cid.Cid;
import java.util.List;

/** A sector to be updated and its new pieces (FIP-0076). */
public record SectorUpdateManifest(@Unsigned long sector, @Unsigned long deadline, @Unsigned long partition,
                                   Cid newSealedCId, List<PieceActivationManifest> pieces) implements CborTuple {

    public static SectorUpdateManifest readFrom(CborReader reader) {
        return CborTuple.read(SectorUpdateManifest.class, reader);
    }
}
