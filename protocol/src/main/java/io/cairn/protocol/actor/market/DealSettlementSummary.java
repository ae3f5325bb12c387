package io.cairn.protocol.actor.market;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.money.TokenAmount;

/** What settling one deal paid, and whether the deal is over. */
public record DealSettlementSummary(TokenAmount payment, boolean completed) implements CborTuple {

    public static DealSettlementSummary readFrom(CborReader reader) {
        return CborTuple.read(DealSettlementSummary.class, reader);
    }
}
