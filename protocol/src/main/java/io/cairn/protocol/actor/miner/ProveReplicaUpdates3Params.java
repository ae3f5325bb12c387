package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.sector.RegisteredAggregationProof;
import io.cairn.protocol.sector.RegisteredUpdateProof;
import java.util.List;
import java.util.Optional;

/** Parameters of method ProveReplicaUpdates3 (35) of the miner actor. */
public record ProveReplicaUpdates3Params(List<SectorUpdateManifest> sectorUpdates,
                                         List<ByteString> sectorProofs, ByteString aggregateProof,
                                         RegisteredUpdateProof updateProofsType,
                                         Optional<RegisteredAggregationProof> aggregateProofType,
                                         boolean requireActivationSuccess, boolean requireNotificationSuccess)
        implements CborTuple {

    public static ProveReplicaUpdates3Params readFrom(CborReader reader) {
        return CborTuple.read(ProveReplicaUpdates3Params.class, reader);
    }
}
