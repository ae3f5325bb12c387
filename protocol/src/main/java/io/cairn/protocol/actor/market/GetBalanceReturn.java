package io.cairn.protocol.actor.market;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.money.TokenAmount;

/** Return value of method GetBalance of the market actor. */
public record GetBalanceReturn(TokenAmount balance, TokenAmount locked) implements CborTuple {

    public static GetBalanceReturn readFrom(CborReader reader) {
        return CborTuple.read(GetBalanceReturn.class, reader);
    }
}
