package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import java.util.List;

/** Parameters of method RemoveExpiredAllocations (8) of the verified registry actor. */
public record RemoveExpiredAllocationsParams(@Unsigned long client, @Unsigned List<Long> allocationIds) implements CborTuple {

    public static RemoveExpiredAllocationsParams readFrom(CborReader reader) {
        return CborTuple.read(RemoveExpiredAllocationsParams.class, reader);
    }
}
