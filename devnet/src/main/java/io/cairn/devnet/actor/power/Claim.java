package io.cairn.devnet.actor.power;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import java.math.BigInteger;

/** A miner's power: raw and quality-adjusted bytes. */
public record Claim(int windowProofType, BigInteger raw, BigInteger qualityAdjusted) {

    static Claim readFrom(CborReader r) {
        r.tuple(3);
        return new Claim((int) r.integer(), r.bigInt(), r.bigInt());
    }

    void writeTo(CborWriter w) {
        w.array(3).integer(windowProofType).bigInt(raw).bigInt(qualityAdjusted);
    }

    Claim plus(BigInteger rawDelta, BigInteger qualityDelta) {
        return new Claim(windowProofType, raw.add(rawDelta), qualityAdjusted.add(qualityDelta));
    }
}
