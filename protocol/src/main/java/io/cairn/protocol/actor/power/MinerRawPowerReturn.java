package io.cairn.protocol.actor.power;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.math.BigInteger;

/** Return value of method MinerRawPower of the power actor. */
public record MinerRawPowerReturn(BigInteger rawBytePower, boolean meetsConsensusMinimum) implements CborTuple {

    public static MinerRawPowerReturn readFrom(CborReader reader) {
        return CborTuple.read(MinerRawPowerReturn.class, reader);
    }
}
