package io.cairn.protocol.actor.market;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;

/** Return value of method GetDealActivation of the market actor. */
public record GetDealActivationReturn(long activated, long terminated) implements CborTuple {

    public static GetDealActivationReturn readFrom(CborReader reader) {
        return CborTuple.read(GetDealActivationReturn.class, reader);
    }
}
