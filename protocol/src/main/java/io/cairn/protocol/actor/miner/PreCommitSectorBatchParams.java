package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.util.List;

/** Parameters of method PreCommitSectorBatch (25) of the miner actor. */
public record PreCommitSectorBatchParams(List<PreCommitSectorParams> sectors) implements CborTuple {

    public static PreCommitSectorBatchParams readFrom(CborReader reader) {
        return CborTuple.read(PreCommitSectorBatchParams.class, reader);
    }
}
