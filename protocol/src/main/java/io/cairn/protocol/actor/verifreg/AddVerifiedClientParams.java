package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.math.BigInteger;

/** Parameters of method AddVerifiedClient (4) of the verified registry actor. */
public record AddVerifiedClientParams(Address address, BigInteger allowance) implements CborTuple {

    public static AddVerifiedClientParams readFrom(CborReader reader) {
        return CborTuple.read(AddVerifiedClientParams.class, reader);
    }
}
