package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.money.TokenAmount;

/** Parameters of method WithdrawBalance (16) of the miner actor. */
public record WithdrawBalanceParams(TokenAmount amountRequested) implements CborTuple {

    public static WithdrawBalanceParams readFrom(CborReader reader) {
        return CborTuple.read(WithdrawBalanceParams.class, reader);
    }
}
