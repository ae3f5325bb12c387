package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;

/** Return value of method TerminateSectors (9) of the miner actor. */
public record TerminateSectorsReturn(boolean done) implements CborTuple {

    public static TerminateSectorsReturn readFrom(CborReader reader) {
        return CborTuple.read(TerminateSectorsReturn.class, reader);
    }
}
