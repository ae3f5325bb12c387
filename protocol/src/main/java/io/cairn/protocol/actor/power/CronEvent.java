package io.cairn.protocol.actor.power;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;

/** A call-back that a miner asked for at some epoch. */
public record CronEvent(Address minerAddress, ByteString callbackPayload) implements CborTuple {

    public static CronEvent readFrom(CborReader reader) {
        return CborTuple.read(CronEvent.class, reader);
    }
}
