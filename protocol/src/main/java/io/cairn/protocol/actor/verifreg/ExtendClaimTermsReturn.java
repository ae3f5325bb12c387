package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.actor.FailCode;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import java.util.List;

/** Return value of method ExtendClaimTerms (11) of the verified registry actor. */
public record ExtendClaimTermsReturn(@Unsigned long successCount, List<FailCode> failCodes) implements CborTuple {

    public static ExtendClaimTermsReturn readFrom(CborReader reader) {
        return CborTuple.read(ExtendClaimTermsReturn.class, reader);
    }
}
