package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import java.util.List;

/** The allocations that one sector claims. */
public record SectorAllocationClaims(@Unsigned long sector, long expiry, List<AllocationClaim> claims) implements CborTuple {

    public static SectorAllocationClaims readFrom(CborReader reader) {
        return CborTuple.read(SectorAllocationClaims.class, reader);
    }
}
