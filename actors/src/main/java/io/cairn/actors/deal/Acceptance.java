package io.cairn.actors.deal;

import io.cairn.actors.chain.ChainAccess;
import io.cairn.actors.chain.Head;
import io.cairn.actors.chain.MarketAccess;
import io.cairn.actors.view.DealView;
import io.cairn.actors.wire.MarketMessages;
import io.cairn.persistence.Blob;
import io.cairn.persistence.deal.DealEvent.Accepted;
import io.cairn.persistence.deal.DealStage;
import io.cairn.protocol.actor.market.ClientDealProposal;
import io.cairn.protocol.actor.market.DealProposal;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.cbor.CborException;
import java.math.BigInteger;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Judges proposals of offline deals by what the chain and the other deals say at the moment. */
public final class Acceptance {
    private final long miner;
    private final MarketPolicy policy;
    private final ChainAccess chain;
    private final MarketAccess market;
    private final Supplier<CompletionStage<List<DealView>>> deals;
    private final Clock clock;

    /** Judges for a miner; {@code deals} are those that have not ended. */
    public Acceptance(long miner, MarketPolicy policy, ChainAccess chain, MarketAccess market,
                      Supplier<CompletionStage<List<DealView>>> deals, Clock clock) {
        this.miner = miner;
        this.policy = policy;
        this.chain = chain;
        this.market = market;
        this.deals = deals;
        this.clock = clock;
    }

    /**
     * What is written down about a deal that is taken.
     *
     * @param uuid   the client's name for the deal
     * @param signed the signed proposal's CBOR
     * @return fails with {@link DealRefusedException}
     */
    public CompletionStage<Accepted> judge(String uuid, Blob signed) {
        ClientDealProposal proposal = decoded(signed);
        return chain.head().thenCompose(head -> facts(proposal.proposal(), uuid, head)).thenCombine(deals.get(), (facts, known) -> {
            requireNew(uuid, signed, known);
            Optional<String> refusal = new ProposalCheck(policy, facts).refusal(proposal);
            if (refusal.isPresent()) {
                throw new DealRefusedException(refusal.get());
            }
            DealProposal deal = proposal.proposal();
            return new Accepted(uuid, miner, signed, deal.pieceCId().toString(), deal.pieceSize(), deal.startEpoch(), deal.endEpoch(),
                    deal.verifiedDeal(), "", true, clock.millis());
        });
    }

    /** What is asked for a piece of a padded size at the moment. */
    public CompletionStage<Quote> quote(long size) {
        return chain.head().thenCompose(head -> market.leastCollateral(size, head).thenApply(least -> new Quote(head.height(),
                ProposalCheck.askedPrice(policy, size), least)));
    }

    /** What a client has free in escrow beyond what its deals on their way to the chain will need, attoFIL; may be negative. */
    public CompletionStage<BigInteger> available(Address client) {
        return chain.head().thenCompose(head -> available(client, "", head));
    }

    private CompletionStage<BigInteger> available(Address client, String butFor, Head head) {
        return market.balance(client.toString(), head).thenCombine(deals.get(), (balance, known) -> known.stream()
                .filter(view -> !view.deal().equals(butFor) && isOnItsWay(view))
                .map(view -> MarketMessages.proposal(view.state().accepted().orElseThrow().proposal()).proposal())
                .filter(deal -> deal.client().equals(client))
                .map(ProposalCheck::clientRequirement)
                .reduce(balance.available(), BigInteger::subtract));
    }

    private static boolean isOnItsWay(DealView view) {
        return view.state().accepted().isPresent() && view.state().stage().compareTo(DealStage.AWAITING_PUBLISH) <= 0;
    }

    private CompletionStage<ProposalCheck.Facts> facts(DealProposal deal, String uuid, Head head) {
        return chain.miner(miner, head).thenCompose(identity -> market.key(deal.client().toString(), head)
                .thenCompose(key -> market.leastCollateral(deal.pieceSize(), head)
                        .thenCombine(available(deal.client(), uuid, head), (least, available) -> new ProposalCheck.Facts(head.height(),
                                Address.ofId(miner), Address.parse(key), least, available, identity.sectorSize()))));
    }

    private static void requireNew(String uuid, Blob signed, List<DealView> known) {
        known.stream().filter(view -> !view.deal().equals(uuid))
                .filter(view -> view.state().accepted().filter(accepted -> accepted.proposal().equals(signed)).isPresent())
                .findFirst().ifPresent(view -> {
                    throw new DealRefusedException("deal proposal is identical to deal " + view.deal());
                });
    }

    private static ClientDealProposal decoded(Blob signed) {
        try {
            return MarketMessages.proposal(signed);
        } catch (CborException malformed) {
            throw new DealRefusedException("signed proposal: " + malformed.getMessage());
        }
    }
}
