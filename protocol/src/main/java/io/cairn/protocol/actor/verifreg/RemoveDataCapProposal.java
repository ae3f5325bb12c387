package io.cairn.protocol.actor.verifreg;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import java.math.BigInteger;

/** What a verifier signs to have data cap removed. */
public record RemoveDataCapProposal(Address verifiedClient, BigInteger dataCapAmount,
                                    RemoveDataCapProposalId removalProposalId) implements CborTuple {

    public static RemoveDataCapProposal readFrom(CborReader reader) {
        return CborTuple.read(RemoveDataCapProposal.class, reader);
    }
}
