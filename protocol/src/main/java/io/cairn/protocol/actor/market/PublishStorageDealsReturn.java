package io.cairn.protocol.actor.market;

import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import java.util.List;

/** Return value of method PublishStorageDeals (4) of the market actor. */
public record PublishStorageDealsReturn(@Unsigned List<Long> ids, BitField validDeals) implements CborTuple {

    public static PublishStorageDealsReturn readFrom(CborReader reader) {
        return CborTuple.read(PublishStorageDealsReturn.class, reader);
    }
}
