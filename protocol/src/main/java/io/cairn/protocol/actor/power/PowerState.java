package io.cairn.protocol.actor.power;

import io.cairn.protocol.actor.FilterEstimate;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.money.TokenAmount;
import java.math.BigInteger;
import java.util.Optional;

/** State of the power actor; powers in bytes. */
public record PowerState(BigInteger totalRawBytePower, BigInteger totalBytesCommitted,
                         BigInteger totalQualityAdjustedPower, BigInteger totalQualityAdjustedBytesCommitted,
                         TokenAmount totalPledgeCollateral, BigInteger thisEpochRawBytePower,
                         BigInteger thisEpochQualityAdjustedPower, TokenAmount thisEpochPledgeCollateral,
                         FilterEstimate thisEpochQualityAdjustedPowerSmoothed, long minerCount,
                         long minerAboveMinPowerCount, long rampStartEpoch, @Unsigned long rampDurationEpochs,
                         Cid cronEventQueue, long firstCronEpoch, Cid claims, Optional<Cid> proofValidationBatch)
        implements CborTuple {

    public static PowerState readFrom(CborReader reader) {
        return CborTuple.read(PowerState.class, reader);
    }
}
