package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.money.TokenAmount;
import java.math.BigInteger;

/** Parameters of method MaxTerminationFee of the miner actor. */
public record MaxTerminationFeeParams(BigInteger power, TokenAmount initialPledge) implements CborTuple {

    public static MaxTerminationFeeParams readFrom(CborReader reader) {
        return CborTuple.read(MaxTerminationFeeParams.class, reader);
    }
}
