package io.cairn.protocol.actor.market;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cid.Cid;
import java.util.List;
import java.util.Optional;

/** Return value of method VerifyDealsForActivation (5) of the market actor. */
public record VerifyDealsForActivationReturn(List<Optional<Cid>> unsealedCIds) implements CborTuple {

    public static VerifyDealsForActivationReturn readFrom(CborReader reader) {
        return CborTuple.read(VerifyDealsForActivationReturn.class, reader);
    }
}
