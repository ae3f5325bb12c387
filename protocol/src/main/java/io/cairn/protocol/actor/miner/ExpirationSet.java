package io.cairn.protocol.actor.miner;

import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Trailing;
import io.cairn.protocol.money.TokenAmount;

/** What expires at one epoch of a partition. */
public record ExpirationSet(BitField onTimeSectors, BitField earlySectors, TokenAmount onTimePledge,
                            PowerPair activePower, PowerPair faultyPower, @Trailing TokenAmount feeDeduction) implements CborTuple {

    public static ExpirationSet readFrom(CborReader reader) {
        return CborTuple.read(ExpirationSet.class, reader);
    }
}
