package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.cid.Cid;

/** Data cap set aside for one piece with one provider. */
public record Allocation(@Unsigned long client, @Unsigned long provider, Cid data, @Unsigned long size,
                         long termMin, long termMax, long expiration) implements CborTuple {

    public static Allocation readFrom(CborReader reader) {
        return CborTuple.read(Allocation.class, reader);
    }
}
