package io.cairn.protocol.actor.miner;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.money.TokenAmount;

/** A proposed beneficiary and who has approved it. */
public record PendingBeneficiaryChange(Address newBeneficiary, TokenAmount newQuota, long newExpiration,
                                       boolean approvedByBeneficiary, boolean approvedByNominee) implements CborTuple {

    public static PendingBeneficiaryChange readFrom(CborReader reader) {
        return CborTuple.read(PendingBeneficiaryChange.class, reader);
    }
}
