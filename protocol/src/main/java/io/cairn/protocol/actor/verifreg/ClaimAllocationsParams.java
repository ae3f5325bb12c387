package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.util.List;

/** Parameters of method ClaimAllocations (9) of the verified registry actor. */
public record ClaimAllocationsParams(List<SectorAllocationClaims> sectors, boolean allOrNothing) implements CborTuple {

    public static ClaimAllocationsParams readFrom(CborReader reader) {
        return CborTuple.read(ClaimAllocationsParams.class, reader);
    }
}
