package io.cairn.protocol.actor.power;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;

/** Return value of method CreateMiner (2) of the power actor. */
public record CreateMinerReturn(Address idAddress, Address robustAddress) implements CborTuple {

    public static CreateMinerReturn readFrom(CborReader reader) {
        return CborTuple.read(CreateMinerReturn.class, reader);
    }
}
