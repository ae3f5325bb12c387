package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.cid.Cid;

/** An allocation that a client asks for with a transfer of data cap. */
public record AllocationRequest(@Unsigned long provider, Cid data, @Unsigned long size, long termMin,
                                long termMax, long expiration) implements CborTuple {

    public static AllocationRequest readFrom(CborReader reader) {
        return CborTuple.read(AllocationRequest.class, reader);
    }
}
