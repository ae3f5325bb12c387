package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.util.Optional;

/** Return value of method GetBeneficiary (31) of the miner actor. */
public record GetBeneficiaryReturn(ActiveBeneficiary active, Optional<PendingBeneficiaryChange> proposed) implements CborTuple {

    public static GetBeneficiaryReturn readFrom(CborReader reader) {
        return CborTuple.read(GetBeneficiaryReturn.class, reader);
    }
}
