package io.cairn.protocol.actor.init;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;

/** Parameters of method Constructor (1) of the init actor. */
public record ConstructorParams(String networkName) implements CborTuple {

    public static ConstructorParams readFrom(CborReader reader) {
        return CborTuple.read(ConstructorParams.class, reader);
    }
}
