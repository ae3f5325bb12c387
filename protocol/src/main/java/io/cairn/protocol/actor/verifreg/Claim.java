package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.cid.Cid;

/** A piece that a provider stores against data cap. */
public record Claim(@Unsigned long provider, @Unsigned long client, Cid data, @Unsigned long size, long termMin,
                    long termMax, long termStart, @Unsigned long sector) implements CborTuple {

    public static Claim readFrom(CborReader reader) {
        return CborTuple.read(Claim.class, reader);
    }
}
