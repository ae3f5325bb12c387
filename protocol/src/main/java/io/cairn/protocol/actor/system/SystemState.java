package io.cairn.protocol.actor.system;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cid.Cid;

/** State of the system actor: CID of the list of actor names and code CIDs. */
public record SystemState(Cid builtinActors) implements CborTuple {

    public static SystemState readFrom(CborReader reader) {
        return CborTuple.read(SystemState.class, reader);
    }
}
