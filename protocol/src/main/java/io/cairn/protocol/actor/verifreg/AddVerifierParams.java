package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.math.BigInteger;

/** Parameters of method AddVerifier (2) of the verified registry actor. */
public record AddVerifierParams(Address address, BigInteger allowance) implements CborTuple {

    public static AddVerifierParams readFrom(CborReader reader) {
        return CborTuple.read(AddVerifierParams.class, reader);
    }
}
