package io.cairn.protocol.block;

import io.cairn.protocol.cbor.ByteString;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;

/**
 * One value of the random beacon.
 *
 * @param round the beacon's round, unsigned
 * @param data the round's signature
 */
public record BeaconEntry(@Unsigned long round, ByteString data) implements CborTuple {

    public static BeaconEntry readFrom(CborReader reader) {
        return CborTuple.read(BeaconEntry.class, reader);
    }
}
