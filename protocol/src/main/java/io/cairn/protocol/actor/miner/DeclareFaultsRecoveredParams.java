package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.util.List;

/** Parameters of method DeclareFaultsRecovered (11) of the miner actor. */
public record DeclareFaultsRecoveredParams(List<RecoveryDeclaration> recoveries) implements CborTuple {

    public static DeclareFaultsRecoveredParams readFrom(CborReader reader) {
        return CborTuple.read(DeclareFaultsRecoveredParams.class, reader);
    }
}
