package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;

/** An allocation of the verified registry: client's actor id and allocation id. */
public record VerifiedAllocationKey(@Unsigned long client, @Unsigned long id) implements CborTuple {

    public static VerifiedAllocationKey readFrom(CborReader reader) {
        return CborTuple.read(VerifiedAllocationKey.class, reader);
    }
}
