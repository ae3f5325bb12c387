package io.cairn.protocol.actor.miner;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.money.TokenAmount;

/** Parameters of method ChangeBeneficiary (30) of the miner actor. */
public record ChangeBeneficiaryParams(Address newBeneficiary, TokenAmount newQuota, long newExpiration) implements CborTuple {

    public static ChangeBeneficiaryParams readFrom(CborReader reader) {
        return CborTuple.read(ChangeBeneficiaryParams.class, reader);
    }
}
