package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.math.BigInteger;

/** Return value of method RemoveVerifiedClientDataCap (7) of the verified registry actor. */
public record RemoveDataCapReturn(Address verifiedClient, BigInteger dataCapRemoved) implements CborTuple {

    public static RemoveDataCapReturn readFrom(CborReader reader) {
        return CborTuple.read(RemoveDataCapReturn.class, reader);
    }
}
