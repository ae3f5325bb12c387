package io.cairn.protocol.actor.init;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cid.Cid;

/** Parameters of method Exec (2) of the init actor. */
public record ExecParams(Cid codeCId, ByteString constructorParams) implements CborTuple {

    public static ExecParams readFrom(CborReader reader) {
        return CborTuple.read(ExecParams.class, reader);
    }
}
