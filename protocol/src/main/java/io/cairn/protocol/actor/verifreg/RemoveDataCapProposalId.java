package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.cbor.Unsigned;

/** How many removals a verifier has proposed for a client. */
public record RemoveDataCapProposalId(@Unsigned long proposalId) implements CborTuple {

    public static RemoveDataCapProposalId readFrom(CborReader reader) {
        return CborTuple.read(RemoveDataCapProposalId.class, reader);
    }
}
