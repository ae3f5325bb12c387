package io.cairn.protocol.actor.reward;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.money.TokenAmount;

/** Parameters of method AwardBlockReward (2) of the reward actor. */
public record AwardBlockRewardParams(Address miner, TokenAmount penalty, TokenAmount gasReward, long winCount)
        implements CborTuple {

    public static AwardBlockRewardParams readFrom(CborReader reader) {
        return CborTuple.read(AwardBlockRewardParams.class, reader);
    }
}
