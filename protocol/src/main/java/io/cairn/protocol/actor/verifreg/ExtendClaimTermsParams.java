package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.util.List;

/** Parameters of method ExtendClaimTerms (11) of the verified registry actor. */
public record ExtendClaimTermsParams(List<ClaimTerm> terms) implements CborTuple {

    public static ExtendClaimTermsParams readFrom(CborReader reader) {
        return CborTuple.read(ExtendClaimTermsParams.class, reader);
    }
}
