package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.util.List;

/** Parameters of method ProveReplicaUpdates2 (29) of the miner actor. */
public record ProveReplicaUpdates2Params(List<ReplicaUpdate2> updates) implements CborTuple {

    public static ProveReplicaUpdates2Params readFrom(CborReader reader) {
        return CborTuple.read(ProveReplicaUpdates2Params.class, reader);
    }
}
