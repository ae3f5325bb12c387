package io.cairn.protocol.actor;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;

/** Position of a failed entry in its batch and its exit code. */
public record FailCode(@Unsigned long index, long code) implements CborTuple {

    public static FailCode readFrom(CborReader reader) {
        return CborTuple.read(FailCode.class, reader);
    }
}
