package io.cairn.protocol.actor.market;

import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborTuple;
import io.cairn.protocol.signature.Signature;

/** A deal proposal with the client's signature over it. */
public record ClientDealProposal(DealProposal proposal, Signature clientSignature) implements CborTuple {

    public static ClientDealProposal readFrom(CborReader reader) {
        return CborTuple.read(ClientDealProposal.class, reader);
    }
}
