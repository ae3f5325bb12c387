package io.cairn.protocol.actor.market;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.money.TokenAmount;

/** Parameters of method WithdrawBalance (3) of the market actor. */
public record WithdrawBalanceParams(Address providerOrClientAddress, TokenAmount amount) implements CborTuple {

    public static WithdrawBalanceParams readFrom(CborReader reader) {
        return CborTuple.read(WithdrawBalanceParams.class, reader);
    }
}
