package io.cairn.actors.node;

import io.cairn.actors.chain.Head;
import io.cairn.actors.chain.MarketAccess;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.api.MarketDeal;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.rpc.RpcException;
import java.math.BigInteger;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The storage market as a full node tells it. */
public final class NodeMarket implements MarketAccess {
    private final FullNode node;

    /** The market of a node's chain. */
    public NodeMarket(FullNode node) {
        this.node = node;
    }

    @Override
    public CompletionStage<Balance> balance(String address, Head at) {
        return unless(node.stateMarketBalance(Address.parse(address), key(at))
                .thenApply(b -> new Balance(b.escrow().atto(), b.locked().atto())), new Balance(BigInteger.ZERO, BigInteger.ZERO));
    }

    @Override
    public CompletionStage<BigInteger> leastCollateral(long size, Head at) {
        return node.stateDealProviderCollateralBounds(size, false, key(at)).thenApply(bounds -> bounds.min().atto());
    }

    @Override
    public CompletionStage<Optional<Published>> deal(long dealId, Head at) {
        return unless(node.stateMarketStorageDeal(dealId, key(at)).thenApply(NodeMarket::published).thenApply(Optional::of),
                Optional.empty());
    }

    @Override
    public CompletionStage<String> key(String address, Head at) {
        return node.stateAccountKey(Address.parse(address), key(at)).thenApply(Address::toString);
    }

    private static Published published(MarketDeal deal) {
        MarketDeal.Proposal proposal = deal.proposal();
        return new Published(proposal.pieceCid().toString(), proposal.pieceSize(), proposal.startEpoch(), proposal.endEpoch(),
                deal.state().sectorStartEpoch(), deal.state().slashEpoch());
    }

    /** A node answers what is not there with an error of its own; only a call that did not get through is a failure. */
    private static <T> CompletableFuture<T> unless(CompletableFuture<T> call, T absent) {
        return call.exceptionally(failure -> {
            Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            if (cause instanceof RpcException refused && refused.reason().contains("not found")) {
                return absent;
            }
            throw new CompletionException(cause);
        });
    }

    private static TipsetKey key(Head head) {
        return new TipsetKey(head.tipset().stream().map(Cid::parse).toList());
    }
}
