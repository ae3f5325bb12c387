package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;

/** Parameters of method ChangePeerID (4) of the miner actor. */
public record ChangePeerIDParams(ByteString newId) implements CborTuple {

    public static ChangePeerIDParams readFrom(CborReader reader) {
        return CborTuple.read(ChangePeerIDParams.class, reader);
    }
}
