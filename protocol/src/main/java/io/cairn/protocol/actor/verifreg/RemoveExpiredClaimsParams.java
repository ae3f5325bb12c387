package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import java.util.List;

/** Parameters of method RemoveExpiredClaims (12) of the verified registry actor. */
public record RemoveExpiredClaimsParams(@Unsigned long provider, @Unsigned List<Long> claimIds) implements CborTuple {

    public static RemoveExpiredClaimsParams readFrom(CborReader reader) {
        return CborTuple.read(RemoveExpiredClaimsParams.class, reader);
    }
}
