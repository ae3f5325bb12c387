package io.cairn.protocol.actor.miner;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Transparent;
import java.util.List;

/** Return value of SectorContentChanged: for each sector and each piece whether it was accepted (FIP-0076). */
@Transparent
public record SectorContentChangedReturn(List<List<Boolean>> accepted) implements CborTuple {

    public static SectorContentChangedReturn readFrom(CborReader reader) {
        return CborTuple.read(SectorContentChangedReturn.class, reader);
    }
}
