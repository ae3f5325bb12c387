package io.cairn.node.market;

import io.cairn.actors.Marketplace;
import io.cairn.actors.Provider;
import io.cairn.actors.chain.Outbound;
import io.cairn.actors.deal.Quote;
import io.cairn.actors.sender.SenderCommand;
import io.cairn.actors.view.DealView;
import io.cairn.actors.wire.MarketMessages;
import io.cairn.persistence.Blob;
import io.cairn.persistence.deal.DealStage;
import io.cairn.persistence.deal.DealState;
import io.cairn.persistence.file.FilePiece;
import io.cairn.persistence.file.StoredFile;
import io.cairn.protocol.actor.market.ClientDealProposal;
import io.cairn.protocol.actor.market.DealLabel;
import io.cairn.protocol.actor.market.DealProposal;
import io.cairn.protocol.actor.market.MarketMethod;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.api.MsgLookup;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.money.TokenAmount;
import io.cairn.protocol.rpc.RpcException;
import io.cairn.protocol.signature.PrivateKey;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** The client's side of a file: pays into escrow, signs a proposal for each piece, hands over the data. Safe to repeat. */
final class DealMaker {

    private static final TokenAmount GAS = TokenAmount.ofFil(1);
    private static final String MOST_GAS_FEE = "50000000000000000";
    private static final int MOST_PAYMENTS = 5;
    private static final long PATIENCE_SECONDS = 30;
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LONGEST_MESSAGE = Duration.ofMinutes(10);

    private final Provider provider;
    private final FullNode node;
    private final Address miner;
    private final PrivateKey client;
    private final ClientFunds funds;
    private final Terms terms;
    private final Staging staging;

    /**
     * What a client wants of a deal.
     *
     * @param startDelay epochs from the proposal to the deal's start
     * @param duration   epochs from its start to its end
     */
    record Terms(long startDelay, long duration) {}

    DealMaker(Provider provider, FullNode node, Address miner, PrivateKey client, ClientFunds funds, Terms terms, Staging staging) {
        this.provider = provider;
        this.node = node;
        this.miner = miner;
        this.client = client;
        this.funds = funds;
        this.terms = terms;
        this.staging = staging;
    }

    /** Brings every piece of a file to where the provider goes on by itself. */
    void make(StoredFile file) throws IOException {
        List<DealView> deals = await(market().deals(file.pieces().stream().map(FilePiece::deal).toList()));
        List<Integer> missing = new ArrayList<>();
        for (int index = 0; index < deals.size(); index++) {
            if (deals.get(index).state().stage() == DealStage.NONE) {
                missing.add(index);
            }
        }
        if (!missing.isEmpty()) {
            propose(file, missing);
        }
        for (int index = 0; index < deals.size(); index++) {
            if (deals.get(index).state().stage().compareTo(DealStage.AWAITING_DATA) <= 0) {
                await(market().importData(file.pieces().get(index).deal(), staging.piece(file, index).toString()));
            }
        }
    }

    private void propose(StoredFile file, List<Integer> indices) throws IOException {
        List<ClientDealProposal> proposals = new ArrayList<>();
        BigInteger cost = BigInteger.ZERO;
        for (int index : indices) {
            DealProposal terms = terms(file, index);
            proposals.add(new ClientDealProposal(terms, client.sign(terms.toCbor())));
            cost = cost.add(terms.storagePricePerEpoch().atto().multiply(BigInteger.valueOf(terms.endEpoch() - terms.startEpoch())));
        }
        pay(file, cost);
        for (int i = 0; i < indices.size(); i++) {
            await(market().propose(file.pieces().get(indices.get(i)).deal(), Blob.of(proposals.get(i).toCbor())));
        }
    }

    /** The label tells deals of equal pieces apart: the market takes no deal twice. */
    private DealProposal terms(StoredFile file, int index) {
        FilePiece piece = file.pieces().get(index);
        Quote quote = await(market().quote(piece.size()));
        long start = quote.height() + terms.startDelay();
        BigInteger collateral = quote.leastCollateral().multiply(BigInteger.valueOf(6)).divide(BigInteger.valueOf(5));
        return new DealProposal(Cid.parse(piece.cid()), piece.size(), false, client.address(), miner,
                new DealLabel.Text(file.root() + "/" + piece.deal()), start, start + terms.duration(),
                new TokenAmount(quote.price()), new TokenAmount(collateral), TokenAmount.ZERO);
    }

    /** Each payment has a name of its own; one that was made before a crash is found again and counts. */
    private void pay(StoredFile file, BigInteger cost) throws IOException {
        for (int payment = 0; payment < MOST_PAYMENTS; payment++) {
            BigInteger lacking = cost.subtract(await(market().available(client.address())));
            if (lacking.signum() <= 0) {
                return;
            }
            funds.ensure(client.address(), new TokenAmount(lacking).plus(GAS));
            Outbound message = new Outbound(client.address().toString(), MarketMessages.STORAGE_MARKET, lacking.toString(),
                    MarketMethod.ADD_BALANCE.number(), MarketMessages.address(client.address()), MOST_GAS_FEE);
            executed(await(provider.send("client-escrow/" + file.id() + "/" + payment, message)));
        }
        throw new IllegalStateException("the client " + client.address() + " lacks escrow for deals that cost " + cost
                + " attoFIL although it paid " + MOST_PAYMENTS + " times: other deals use it up; store the file again later");
    }

    private void executed(SenderCommand.Answer answer) throws IOException {
        switch (answer) {
            case SenderCommand.Refused refused -> throw new IllegalStateException(
                    "the client " + client.address() + " cannot pay into escrow: " + refused.reason());
            case SenderCommand.Sent sent -> executed(sent.cid());
        }
    }

    private void executed(String cid) throws IOException {
        for (Instant end = Instant.now().plus(LONGEST_MESSAGE); Instant.now().isBefore(end); pause()) {
            Optional<MsgLookup> found = search(cid);
            if (found.isPresent()) {
                if (!found.get().receipt().succeeded()) {
                    throw new IllegalStateException("paying into the client's escrow failed: message " + cid + ", exit code "
                            + found.get().receipt().exitCode());
                }
                return;
            }
        }
        throw new IllegalStateException("message " + cid + ", which pays into the client's escrow, was not executed within "
                + LONGEST_MESSAGE.toMinutes() + " minutes");
    }

    /**
     * Gets the client's money out of a published deal that came to nothing: after its start the chain gives it back when it is asked.
     *
     * @return whether there is nothing left to get
     */
    boolean released(DealView deal) {
        DealState state = deal.state();
        boolean bound = state.end().isPresent() && state.dealId() >= 0 && state.publish().activation() < 0;
        if (!bound) {
            return true;
        }
        Outbound message = new Outbound(client.address().toString(), MarketMessages.STORAGE_MARKET, "0",
                MarketMethod.SETTLE_DEAL_PAYMENTS_EXPORTED.number(), MarketMessages.deals(List.of(state.dealId())), MOST_GAS_FEE);
        return await(node.chainHead()).height() > state.accepted().orElseThrow().startEpoch()
                && await(provider.send("client-release/" + deal.deal(), message)) instanceof SenderCommand.Sent;
    }

    private Optional<MsgLookup> search(String cid) {
        try {
            return await(node.stateSearchMsg(TipsetKey.EMPTY, Cid.parse(cid), -1, true));
        } catch (RpcException unknown) {
            return Optional.empty();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a message", e);
        }
    }

    private Marketplace market() {
        return provider.market();
    }

    private static <T> T await(CompletionStage<T> answer) {
        try {
            return answer.toCompletableFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }
}
