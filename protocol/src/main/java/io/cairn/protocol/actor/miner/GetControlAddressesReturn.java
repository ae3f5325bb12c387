package io.cairn.protocol.actor.miner;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.util.List;

/** Return value of method ControlAddresses (2) of the miner actor. */
public record GetControlAddressesReturn(Address owner, Address worker, List<Address> controlAddresses) implements CborTuple {

    public static GetControlAddressesReturn readFrom(CborReader reader) {
        return CborTuple.read(GetControlAddressesReturn.class, reader);
    }
}
