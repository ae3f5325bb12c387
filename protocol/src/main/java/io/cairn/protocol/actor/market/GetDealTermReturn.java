package io.cairn.protocol.actor.market;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;

/** Return value of method GetDealTerm of the market actor. */
public record GetDealTermReturn(long start, long duration) implements CborTuple {

    public static GetDealTermReturn readFrom(CborReader reader) {
        return CborTuple.read(GetDealTermReturn.class, reader);
    }
}
