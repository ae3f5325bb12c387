package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.actor.BatchReturn;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import java.math.BigInteger;
import java.util.List;

/** Return value of method RemoveExpiredAllocations (8) of the verified registry actor. */
public record RemoveExpiredAllocationsReturn(@Unsigned List<Long> considered, BatchReturn results,
                                             BigInteger dataCapRecovered) implements CborTuple {

    public static RemoveExpiredAllocationsReturn readFrom(CborReader reader) {
        return CborTuple.read(RemoveExpiredAllocationsReturn.class, reader);
    }
}
