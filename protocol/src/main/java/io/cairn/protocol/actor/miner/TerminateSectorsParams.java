package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.util.List;

/** Parameters of method TerminateSectors (9) of the miner actor. */
public record TerminateSectorsParams(List<TerminationDeclaration> terminations) implements CborTuple {

    public static TerminateSectorsParams readFrom(CborReader reader) {
        return CborTuple.read(TerminateSectorsParams.class, reader);
    }
}
