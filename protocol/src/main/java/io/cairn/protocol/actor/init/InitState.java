package io.cairn.protocol.actor.init;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.cid.Cid;

/** State of the init actor: HAMT from address to id, the next id to give, the network's name. */
public record InitState(Cid addressMap, @Unsigned long nextId, String networkName) implements CborTuple {

    public static InitState readFrom(CborReader reader) {
        return CborTuple.read(InitState.class, reader);
    }
}
