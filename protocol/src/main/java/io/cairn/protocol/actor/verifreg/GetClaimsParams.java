package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import java.util.List;

/** Parameters of method GetClaims (10) of the verified registry actor. */
public record GetClaimsParams(@Unsigned long provider, @Unsigned List<Long> claimIds) implements CborTuple {

    public static GetClaimsParams readFrom(CborReader reader) {
        return CborTuple.read(GetClaimsParams.class, reader);
    }
}
