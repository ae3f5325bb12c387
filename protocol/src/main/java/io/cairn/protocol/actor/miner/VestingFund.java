package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.money.TokenAmount;

/** An amount that is released at an epoch. */
public record VestingFund(long epoch, TokenAmount amount) implements CborTuple {

    public static VestingFund readFrom(CborReader reader) {
        return CborTuple.read(VestingFund.class, reader);
    }
}
