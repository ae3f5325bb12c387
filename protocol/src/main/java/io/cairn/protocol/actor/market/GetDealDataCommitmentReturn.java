package io.cairn.protocol.actor.market;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.cid.Cid;

/** Return value of method GetDealDataCommitment of the market actor. */
public record GetDealDataCommitmentReturn(Cid data, @Unsigned long size) implements CborTuple {

    public static GetDealDataCommitmentReturn readFrom(CborReader reader) {
        return CborTuple.read(GetDealDataCommitmentReturn.class, reader);
    }
}
