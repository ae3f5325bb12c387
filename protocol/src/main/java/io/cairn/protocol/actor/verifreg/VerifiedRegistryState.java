package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;
import io.cairn.protocol.cid.Cid;

/** State of the verified registry; CIDs are roots of HAMTs. */
public record VerifiedRegistryState(Address rootKey, Cid verifiers, Cid removeDataCapProposalIds,
                                    Cid allocations, @Unsigned long nextAllocationId, Cid claims) implements CborTuple {

    public static VerifiedRegistryState readFrom(CborReader reader) {
        return CborTuple.read(VerifiedRegistryState.class, reader);
    }
}
