package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.actor.BatchReturn;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import java.util.List;

/** Return value of method RemoveExpiredClaims (12) of the verified registry actor. */
public record RemoveExpiredClaimsReturn(@Unsigned List<Long> considered, BatchReturn results) implements CborTuple {

    public static RemoveExpiredClaimsReturn readFrom(CborReader reader) {
        return CborTuple.read(RemoveExpiredClaimsReturn.class, reader);
    }
}
