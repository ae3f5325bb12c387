package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;

/** Parameters of method UniversalReceiverHook of the verified registry actor. */
public record UniversalReceiverParams(@Unsigned long type, ByteString payload) implements CborTuple {

    public static UniversalReceiverParams readFrom(CborReader reader) {
        return CborTuple.read(UniversalReceiverParams.class, reader);
    }
}
