package io.cairn.protocol.actor.cron;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.util.List;

/** Parameters of method Constructor (1) of the cron actor. */
public record ConstructorParams(List<CronEntry> entries) implements CborTuple {

    public static ConstructorParams readFrom(CborReader reader) {
        return CborTuple.read(ConstructorParams.class, reader);
    }
}
