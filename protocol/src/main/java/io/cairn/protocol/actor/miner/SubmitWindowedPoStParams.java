package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.sector.PostProof;
import java.util.List;

/** Parameters of method SubmitWindowedPoSt (5) of the miner actor. */
public record SubmitWindowedPoStParams(@Unsigned long deadline, List<PoStPartition> partitions,
                                       List<PostProof> proofs, long chainCommitEpoch, ByteString chainCommitRand)
        implements CborTuple {

    public static SubmitWindowedPoStParams readFrom(CborReader reader) {
        return CborTuple.read(SubmitWindowedPoStParams.class, reader);
    }
}
