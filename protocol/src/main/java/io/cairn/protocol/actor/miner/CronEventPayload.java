package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;

/** What a miner asks to be called back for. */
public record CronEventPayload(long eventType) implements CborTuple {

    public static CronEventPayload readFrom(CborReader reader) {
        return CborTuple.read(CronEventPayload.class, reader);
    }
}
