package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.math.BigInteger;

/** Parameters of method RemoveVerifiedClientDataCap (7) of the verified registry actor. */
public record RemoveDataCapParams(Address verifiedClientToRemove, BigInteger dataCapAmountToRemove,
                                  RemoveDataCapRequest verifierRequest1, RemoveDataCapRequest verifierRequest2)
        implements CborTuple {

    public static RemoveDataCapParams readFrom(CborReader reader) {
        return CborTuple.read(RemoveDataCapParams.class, reader);
    }
}
