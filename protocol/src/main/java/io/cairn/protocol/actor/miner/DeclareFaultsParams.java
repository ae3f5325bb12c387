package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.util.List;

/** Parameters of method DeclareFaults (10) of the miner actor. */
public record DeclareFaultsParams(List<FaultDeclaration> faults) implements CborTuple {

    public static DeclareFaultsParams readFrom(CborReader reader) {
        return CborTuple.read(DeclareFaultsParams.class, reader);
    }
}
