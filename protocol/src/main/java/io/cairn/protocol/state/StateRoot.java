package io.cairn.protocol.state;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.cid.Cid;

/** Root of a state tree of version 5: a HAMT from ID address to {@link Actor}, and an empty info object. */
public record StateRoot(@Unsigned long version, Cid actors, Cid info) implements CborTuple {

    public static StateRoot readFrom(CborReader reader) {
        return CborTuple.read(StateRoot.class, reader);
    }
}
