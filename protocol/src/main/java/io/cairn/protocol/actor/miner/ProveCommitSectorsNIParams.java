package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.sector.RegisteredAggregationProof;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.util.List;

/** Parameters of method ProveCommitSectorsNI (36) of the miner actor. */
public record ProveCommitSectorsNIParams(List<SectorNIActivationInfo> sectors, ByteString aggregateProof,
                                         RegisteredSealProof sealProofType,
                                         RegisteredAggregationProof aggregateProofType,
                                         @Unsigned long provingDeadline, boolean requireActivationSuccess) implements CborTuple {

    public static ProveCommitSectorsNIParams readFrom(CborReader reader) {
        return CborTuple.read(ProveCommitSectorsNIParams.class, reader);
    }
}
