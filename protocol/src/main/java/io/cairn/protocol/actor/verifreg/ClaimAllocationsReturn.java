package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.actor.BatchReturn;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.math.BigInteger;

/** Return value of method ClaimAllocations (9) of the verified registry actor. */
public record ClaimAllocationsReturn(BatchReturn batchInfo, BigInteger claimedSpace) implements CborTuple {

    public static ClaimAllocationsReturn readFrom(CborReader reader) {
        return CborTuple.read(ClaimAllocationsReturn.class, reader);
    }
}
