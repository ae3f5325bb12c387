package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.signature.Signature;

/** A verifier's signature under a removal of data cap. */
public record RemoveDataCapRequest(Address verifier, Signature verifierSignature) implements CborTuple {

    public static RemoveDataCapRequest readFrom(CborReader reader) {
        return CborTuple.read(RemoveDataCapRequest.class, reader);
    }
}
