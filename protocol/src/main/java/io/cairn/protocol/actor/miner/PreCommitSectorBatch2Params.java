package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.util.List;

/** Parameters of method PreCommitSectorBatch2 (28) of the miner actor. */
public record PreCommitSectorBatch2Params(List<SectorPreCommitInfo> sectors) implements CborTuple {

    public static PreCommitSectorBatch2Params readFrom(CborReader reader) {
        return CborTuple.read(PreCommitSectorBatch2Params.class, reader);
    }
}
