package io.cairn.actors.chain;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** A market that tests fill by hand; every client has the same balance. */
public final class FakeMarket implements MarketAccess {
    public final Map<Long, Published> deals = new ConcurrentHashMap<>();
    public volatile BigInteger escrow = BigInteger.TEN.pow(18);

    @Override
    public CompletionStage<Balance> balance(String address, Head at) {
        return CompletableFuture.completedFuture(new Balance(escrow, BigInteger.ZERO));
    }

    @Override
    public CompletionStage<BigInteger> leastCollateral(long size, Head at) {
        return CompletableFuture.completedFuture(BigInteger.valueOf(1000));
    }

    @Override
    public CompletionStage<Optional<Published>> deal(long dealId, Head at) {
        return CompletableFuture.completedFuture(Optional.ofNullable(deals.get(dealId)));
    }

    @Override
    public CompletionStage<String> key(String address, Head at) {
        return CompletableFuture.completedFuture(address);
    }
}
