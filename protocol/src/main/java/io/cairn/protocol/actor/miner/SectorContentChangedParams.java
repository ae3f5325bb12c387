package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Transparent;
import java.util.List;

/** Parameters of the notification SectorContentChanged that a miner sends to the market (FIP-0076). */
@Transparent
public record SectorContentChangedParams(List<SectorChanges> sectors) implements CborTuple {

    public static SectorContentChangedParams readFrom(CborReader reader) {
        return CborTuple.read(SectorContentChangedParams.class, reader);
    }
}
