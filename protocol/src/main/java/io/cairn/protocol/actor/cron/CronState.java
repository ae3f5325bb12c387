package io.cairn.protocol.actor.cron;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.util.List;

/** State of the cron actor: what it calls at the end of each epoch, in order. */
public record CronState(List<CronEntry> entries) implements CborTuple {

    public static CronState readFrom(CborReader reader) {
        return CborTuple.read(CronState.class, reader);
    }
}
