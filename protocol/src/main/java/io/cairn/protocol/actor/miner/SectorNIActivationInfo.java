package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.cid.Cid;

/** A sector sealed without interaction (FIP-0092). */
public record SectorNIActivationInfo(@Unsigned long sealingNumber, @Unsigned long sealerId, Cid sealedCId,
                                     @Unsigned long sectorNumber, long sealRandEpoch, long expiration) implements CborTuple {

    public static SectorNIActivationInfo readFrom(CborReader reader) {
        return CborTuple.read(SectorNIActivationInfo.class, reader);
    }
}
