package io.cairn.protocol.actor.init;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cid.Cid;

/** Parameters of method Exec4 (3) of the init actor. */
public record Exec4Params(Cid codeCId, ByteString constructorParams, ByteString subAddress) implements CborTuple {

    public static Exec4Params readFrom(CborReader reader) {
        return CborTuple.read(Exec4Params.class, reader);
    }
}
