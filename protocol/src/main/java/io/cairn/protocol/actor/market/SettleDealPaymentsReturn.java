package io.cairn.protocol.actor.market;

import io.cairn.protocol.actor.BatchReturn;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.util.List;

/** Return value of method SettleDealPayments of the market actor. */
public record SettleDealPaymentsReturn(BatchReturn results, List<DealSettlementSummary> settlements) implements CborTuple {

    public static SettleDealPaymentsReturn readFrom(CborReader reader) {
        return CborTuple.read(SettleDealPaymentsReturn.class, reader);
    }
}
