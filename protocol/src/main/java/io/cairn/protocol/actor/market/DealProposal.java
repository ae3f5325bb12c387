package io.cairn.protocol.actor.market;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.money.TokenAmount;

/** The terms of a storage deal; the client signs this encoding. */
public record DealProposal(Cid pieceCId, @Unsigned long pieceSize, boolean verifiedDeal, Address client,
                           Address provider, DealLabel label, long startEpoch, long endEpoch,
                           TokenAmount storagePricePerEpoch, TokenAmount providerCollateral,
                           TokenAmount clientCollateral) implements CborTuple {

    public static DealProposal readFrom(CborReader reader) {
        return CborTuple.read(DealProposal.class, reader);
    }
}
