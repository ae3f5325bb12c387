package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;

/** A claim to be extended by a transfer of data cap. */
public record ClaimExtensionRequest(@Unsigned long provider, @Unsigned long claim, long termMax) implements CborTuple {

    public static ClaimExtensionRequest readFrom(CborReader reader) {
        return CborTuple.read(ClaimExtensionRequest.class, reader);
    }
}
