package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.money.TokenAmount;

/** Parameters of method ApplyRewards (14) of the miner actor. */
public record ApplyRewardsParams(TokenAmount reward, TokenAmount penalty) implements CborTuple {

    public static ApplyRewardsParams readFrom(CborReader reader) {
        return CborTuple.read(ApplyRewardsParams.class, reader);
    }
}
