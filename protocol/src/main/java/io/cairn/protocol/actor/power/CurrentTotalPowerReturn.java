package io.cairn.protocol.actor.power;

import io.cairn.protocol.actor.FilterEstimate;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.money.TokenAmount;
import java.math.BigInteger;

/** Return value of method CurrentTotalPower (9) of the power actor. */
public record CurrentTotalPowerReturn(BigInteger rawBytePower, BigInteger qualityAdjustedPower,
                                      TokenAmount pledgeCollateral, FilterEstimate qualityAdjustedPowerSmoothed,
                                      long rampStartEpoch, @Unsigned long rampDurationEpochs) implements CborTuple {

    public static CurrentTotalPowerReturn readFrom(CborReader reader) {
        return CborTuple.read(CurrentTotalPowerReturn.class, reader);
    }
}
