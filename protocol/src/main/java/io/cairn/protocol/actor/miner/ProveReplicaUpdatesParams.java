package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.util.List;

/** Parameters of method ProveReplicaUpdates (27) of the miner actor. */
public record ProveReplicaUpdatesParams(List<ReplicaUpdate> updates) implements CborTuple {

    public static ProveReplicaUpdatesParams readFrom(CborReader reader) {
        return CborTuple.read(ProveReplicaUpdatesParams.class, reader);
    }
}
