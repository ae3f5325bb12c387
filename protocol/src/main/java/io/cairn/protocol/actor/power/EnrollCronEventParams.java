package io.cairn.protocol.actor.power;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;

/** Parameters of method EnrollCronEvent (4) of the power actor. */
public record EnrollCronEventParams(long eventEpoch, ByteString payload) implements CborTuple {

    public static EnrollCronEventParams readFrom(CborReader reader) {
        return CborTuple.read(EnrollCronEventParams.class, reader);
    }
}
