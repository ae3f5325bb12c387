package io.cairn.protocol.actor.miner;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.util.Optional;

/** Return value of method GetOwner of the miner actor. */
public record GetOwnerReturn(Address owner, Optional<Address> proposed) implements CborTuple {

    public static GetOwnerReturn readFrom(CborReader reader) {
        return CborTuple.read(GetOwnerReturn.class, reader);
    }
}
