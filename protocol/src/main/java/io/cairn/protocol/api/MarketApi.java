package io.cairn.protocol.api;

import io.cairn.protocol.address.Address;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.cid.Cid;
import io.cairn.protocol.money.TokenAmount;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The storage market and verified data at a tipset; the empty key is the head.
 *
 * <p>Source: lotus: api/api_full.go.
 */
public interface MarketApi {

    /** Money held by the market. */
    CompletableFuture<MarketBalance> stateMarketBalance(Address address, TipsetKey key);

    /** A published deal. */
    CompletableFuture<MarketDeal> stateMarketStorageDeal(long deal, TipsetKey key);

    /** All published deals by number. */
    CompletableFuture<Map<String, MarketDeal>> stateMarketDeals(TipsetKey key);

    /** Bounds of the provider's collateral, the least with a tenth on top. */
    CompletableFuture<DealCollateralBounds> stateDealProviderCollateralBounds(
            long paddedSize, boolean verified, TipsetKey key);

    /** The verified bytes that a client may still spend. */
    CompletableFuture<Optional<BigInteger>> stateVerifiedClientStatus(Address client, TipsetKey key);

    /** A client's allocation. */
    CompletableFuture<Optional<Allocation>> stateGetAllocation(Address client, long allocation, TipsetKey key);

    /** All allocations of a client by number. */
    CompletableFuture<Map<String, Allocation>> stateGetAllocations(Address client, TipsetKey key);

    /** The allocation of a deal that is not yet active. */
    CompletableFuture<Optional<Allocation>> stateGetAllocationForPendingDeal(long deal, TipsetKey key);

    /** The number of the allocation of a deal that is not yet active, 0 for none. */
    CompletableFuture<Long> stateGetAllocationIdForPendingDeal(long deal, TipsetKey key);

    /** A provider's claim. */
    CompletableFuture<Optional<Claim>> stateGetClaim(Address provider, long claim, TipsetKey key);

    /** All claims of a provider by number. */
    CompletableFuture<Map<String, Claim>> stateGetClaims(Address provider, TipsetKey key);

    /** Adds money from a wallet to an address' balance at the market. */
    @Requires("sign")
    CompletableFuture<Cid> marketAddBalance(Address wallet, Address address, TokenAmount amount);

    /** Takes money of an address back to a wallet. */
    @Requires("sign")
    CompletableFuture<Cid> marketWithdraw(Address wallet, Address address, TokenAmount amount);

    /** Sets money aside for deals, adding what lacks; the message's identifier when one was needed. */
    @Requires("sign")
    CompletableFuture<Optional<Cid>> marketReserveFunds(Address wallet, Address address, TokenAmount amount);

    /** Gives reserved money free. */
    @Requires("sign")
    CompletableFuture<Void> marketReleaseFunds(Address address, TokenAmount amount);

    /** The money set aside. */
    @Requires("sign")
    CompletableFuture<TokenAmount> marketGetReserved(Address address);
}
