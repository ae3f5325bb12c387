package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.util.List;

/** A pre-commitment as methods 6 and 25 took it. */
public record PreCommitSectorParams(RegisteredSealProof sealProof, @Unsigned long sectorNumber, Cid sealedCId,
                                    long sealRandEpoch, @Unsigned List<Long> dealIds, long expiration,
                                    boolean replaceCapacity, @Unsigned long replaceSectorDeadline,
                                    @Unsigned long replaceSectorPartition, @Unsigned long replaceSectorNumber)
        implements CborTuple {

    public static PreCommitSectorParams readFrom(CborReader reader) {
        return CborTuple.read(PreCommitSectorParams.class, reader);
    }
}
