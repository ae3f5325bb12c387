package io.cairn.protocol.actor.cron;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;

/** A method that the cron actor calls at the end of each epoch. */
public record CronEntry(Address receiver, @Unsigned long methodNum) implements CborTuple {

    public static CronEntry readFrom(CborReader reader) {
        return CborTuple.read(CronEntry.class, reader);
    }
}
