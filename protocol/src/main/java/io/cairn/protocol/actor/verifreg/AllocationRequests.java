package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.util.List;

/** Payload of a transfer of data cap to the registry. */
public record AllocationRequests(List<AllocationRequest> allocations, List<ClaimExtensionRequest> extensions) implements CborTuple {

    public static AllocationRequests readFrom(CborReader reader) {
        return CborTuple.read(AllocationRequests.class, reader);
    }
}
