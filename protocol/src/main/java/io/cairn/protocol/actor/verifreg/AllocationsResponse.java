package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.actor.BatchReturn;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import java.util.List;

/** What a transfer of data cap to the registry brought about. */
public record AllocationsResponse(BatchReturn allocationResults, BatchReturn extensionResults,
                                  @Unsigned List<Long> newAllocations) implements CborTuple {

    public static AllocationsResponse readFrom(CborReader reader) {
        return CborTuple.read(AllocationsResponse.class, reader);
    }
}
