package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.cid.Cid;

/** One allocation claimed, with the piece's CID and size. */
public record AllocationClaim(@Unsigned long client, @Unsigned long allocationId, Cid data, @Unsigned long size)
        implements CborTuple {

    public static AllocationClaim readFrom(CborReader reader) {
        return CborTuple.read(AllocationClaim.class, reader);
    }
}
