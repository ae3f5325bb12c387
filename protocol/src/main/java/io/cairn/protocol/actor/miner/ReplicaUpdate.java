package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.sector.RegisteredUpdateProof;
import java.util.List;

/** A sector to be updated with deals (FIP-0019). */
public record ReplicaUpdate(@Unsigned long sectorId, @Unsigned long deadline, @Unsigned long partition,
                            Cid newSealedSectorCId, @Unsigned List<Long> deals,
                            RegisteredUpdateProof updateProofType, ByteString replicaProof) implements CborTuple {

    public static ReplicaUpdate readFrom(CborReader reader) {
        return CborTuple.read(ReplicaUpdate.class, reader);
    }
}
