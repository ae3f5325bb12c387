package io.cairn.actors.wire;

import io.cairn.persistence.Blob;
import io.cairn.protocol.actor.market.ClientDealProposal;
import io.cairn.protocol.actor.market.PublishStorageDealsReturn;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.cbor.CborReader;
import io.cairn.protocol.cbor.CborWriter;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalLong;

/** Parameters and answers of the market actor's methods in their wire form. */
public final class MarketMessages {
    /** The market actor. */
    public static final String STORAGE_MARKET = Address.ofId(5).toString();

    private MarketMessages() {
    }

    /** Parameters of PublishStorageDeals: the signed proposals as they were received. */
    public static Blob publication(List<Blob> proposals) {
        CborWriter writer = new CborWriter().array(1).array(proposals.size());
        proposals.forEach(proposal -> writer.raw(proposal.toByteArray()));
        return Blob.of(writer.toByteArray());
    }

    /** Number of the deal at an index of the message, if the market took it: the n-th number is that of the n-th set bit. */
    public static OptionalLong dealId(Blob returned, int index) {
        PublishStorageDealsReturn deals = CborReader.readAll(returned.toByteArray(), PublishStorageDealsReturn::readFrom);
        List<Long> valid = deals.validDeals().stream().boxed().toList();
        int rank = valid.indexOf((long) index);
        return rank < 0 || rank >= deals.ids().size() ? OptionalLong.empty() : OptionalLong.of(deals.ids().get(rank));
    }

    /** Parameters of AddBalance: whose balance grows. */
    public static Blob minerAddress(long miner) {
        return address(Address.ofId(miner));
    }

    /** Parameters of AddBalance: whose balance grows. */
    public static Blob address(Address owner) {
        return Blob.of(owner.toCbor());
    }

    /** Parameters of SettleDealPayments: which deals. */
    public static Blob deals(List<Long> ids) {
        CborWriter writer = new CborWriter();
        BitField.of(ids).writeTo(writer);
        return Blob.of(writer.toByteArray());
    }

    /** A signed proposal. */
    public static ClientDealProposal proposal(Blob signed) {
        return CborReader.readAll(signed.toByteArray(), ClientDealProposal::readFrom);
    }

    /** What the provider must have in escrow for a signed proposal, attoFIL. */
    public static BigInteger providerCollateral(Blob signed) {
        return proposal(signed).proposal().providerCollateral().atto();
    }
}
