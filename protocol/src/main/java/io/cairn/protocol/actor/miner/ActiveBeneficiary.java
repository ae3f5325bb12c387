package io.cairn.protocol.actor.miner;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;

/** The beneficiary in force and its term. */
public record ActiveBeneficiary(Address beneficiary, BeneficiaryTerm term) implements CborTuple {

    public static ActiveBeneficiary readFrom(CborReader reader) {
        return CborTuple.read(ActiveBeneficiary.class, reader);
    }
}
