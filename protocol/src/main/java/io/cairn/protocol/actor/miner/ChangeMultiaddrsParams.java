package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.util.List;

/** Parameters of method ChangeMultiaddrs (18) of the miner actor. */
public record ChangeMultiaddrsParams(List<ByteString> newMultiaddrs) implements CborTuple {

    public static ChangeMultiaddrsParams readFrom(CborReader reader) {
        return CborTuple.read(ChangeMultiaddrsParams.class, reader);
    }
}
