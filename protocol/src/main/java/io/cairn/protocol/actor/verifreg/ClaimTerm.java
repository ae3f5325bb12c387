package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;

/** A claim and its new maximum term. */
public record ClaimTerm(@Unsigned long provider, @Unsigned long claimId, long termMax) implements CborTuple {

    public static ClaimTerm readFrom(CborReader reader) {
        return CborTuple.read(ClaimTerm.class, reader);
    }
}
