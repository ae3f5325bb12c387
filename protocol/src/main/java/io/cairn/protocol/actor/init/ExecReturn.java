package io.cairn.protocol.actor.init;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;

/** Return value of method Exec (2) of the init actor. */
public record ExecReturn(Address idAddress, Address robustAddress) implements CborTuple {

    public static ExecReturn readFrom(CborReader reader) {
        return CborTuple.read(ExecReturn.class, reader);
    }
}
