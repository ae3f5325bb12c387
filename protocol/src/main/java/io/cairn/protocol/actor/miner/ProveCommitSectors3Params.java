package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.sector.RegisteredAggregationProof;
import java.util.List;
import java.util.Optional;

/** Parameters of method ProveCommitSectors3 (34) of the miner actor. */
public record ProveCommitSectors3Params(List<SectorActivationManifest> sectorActivations,
                                        List<ByteString> sectorProofs, ByteString aggregateProof,
                                        Optional<RegisteredAggregationProof> aggregateProofType,
                                        boolean requireActivationSuccess, boolean requireNotificationSuccess) implements CborTuple {

    public static ProveCommitSectors3Params readFrom(CborReader reader) {
        return CborTuple.read(ProveCommitSectors3Params.class, reader);
    }
}
