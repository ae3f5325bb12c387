package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.util.List;
import java.util.Optional;

/** What a miner commits to before proving a sector. */
public record SectorPreCommitInfo(RegisteredSealProof sealProof, @Unsigned long sectorNumber, Cid sealedCId,
                                  long sealRandEpoch, @Unsigned List<Long> dealIds, long expiration,
                                  Optional<Cid> unsealedCid) implements CborTuple {

    public static SectorPreCommitInfo readFrom(CborReader reader) {
        return CborTuple.read(SectorPreCommitInfo.class, reader);
    }
}
