package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;

/** Parameters of method DisputeWindowedPoSt (24) of the miner actor. */
public record DisputeWindowedPoStParams(@Unsigned long deadline, @Unsigned long postIndex) implements CborTuple {

    public static DisputeWindowedPoStParams readFrom(CborReader reader) {
        return CborTuple.read(DisputeWindowedPoStParams.class, reader);
    }
}
