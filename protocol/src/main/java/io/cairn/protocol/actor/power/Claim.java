package io.cairn.protocol.actor.power;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.sector.RegisteredPostProof;
import java.math.BigInteger;

/** A miner's power: raw bytes and quality-adjusted bytes. */
public record Claim(RegisteredPostProof windowPostProofType, BigInteger rawBytePower,
                    BigInteger qualityAdjustedPower) implements CborTuple {

    public static Claim readFrom(CborReader reader) {
        return CborTuple.read(Claim.class, reader);
    }
}
