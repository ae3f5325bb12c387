package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.math.BigInteger;

/** Power in raw and quality-adjusted bytes. */
public record PowerPair(BigInteger raw, BigInteger qualityAdjusted) implements CborTuple {

    public static PowerPair readFrom(CborReader reader) {
        return CborTuple.read(PowerPair.class, reader);
    }
}
