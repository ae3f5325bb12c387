package io.cairn.protocol.actor.power;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.math.BigInteger;

/** Parameters of method UpdateClaimedPower (3) of the power actor. */
public record UpdateClaimedPowerParams(BigInteger rawByteDelta, BigInteger qualityAdjustedDelta) implements CborTuple {

    public static UpdateClaimedPowerParams readFrom(CborReader reader) {
        return CborTuple.read(UpdateClaimedPowerParams.class, reader);
    }
}
