package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.actor.BatchReturn;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.util.List;

/** Return value of method GetClaims (10) of the verified registry actor. */
public record GetClaimsReturn(BatchReturn batchInfo, List<Claim> claims) implements CborTuple {

    public static GetClaimsReturn readFrom(CborReader reader) {
        return CborTuple.read(GetClaimsReturn.class, reader);
    }
}
