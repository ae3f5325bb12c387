package io.cairn.protocol.actor.miner;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;

/** An actor to be told of a piece's activation, with a payload it understands. */
public record DataActivationNotification(Address address, ByteString payload) implements CborTuple {

    public static DataActivationNotification readFrom(CborReader reader) {
        return CborTuple.read(DataActivationNotification.class, reader);
    }
}
