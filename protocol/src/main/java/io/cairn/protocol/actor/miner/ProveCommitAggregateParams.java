package io.cairn.protocol.actor.miner;

import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;

/** Parameters of method ProveCommitAggregate (26) of the miner actor. */
public record ProveCommitAggregateParams(BitField sectorNumbers, ByteString aggregateProof) implements CborTuple {

    public static ProveCommitAggregateParams readFrom(CborReader reader) {
        return CborTuple.read(ProveCommitAggregateParams.class, reader);
    }
}
