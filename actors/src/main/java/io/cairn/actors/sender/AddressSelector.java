package io.cairn.actors.sender;

import io.cairn.actors.chain.ChainAccess;
import io.cairn.actors.chain.Outbound;
import io.cairn.persistence.miner.MinerEvent.Identified;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the address that pays for a message: the first candidate that has enough and whose key is at hand; otherwise the
 * one that has most (lotus: storage/ctladdr/addresses.go).
 */
final class AddressSelector {
    private static final Logger LOG = LoggerFactory.getLogger(AddressSelector.class);

    private final long miner;
    private final ChainAccess chain;
    private final Wallet wallet;
    private final AddressPolicy policy;
    private final Set<Purpose> poor = ConcurrentHashMap.newKeySet();

    AddressSelector(long miner, ChainAccess chain, Wallet wallet, AddressPolicy policy) {
        this.miner = miner;
        this.chain = chain;
        this.wallet = wallet;
        this.policy = policy;
    }

    private record Search(Purpose purpose, Identified identity, Funds funds, Set<String> allowed) {
    }

    private record Payer(String address, BigInteger available) {
    }

    /**
     * The message from the address that pays for it.
     *
     * @param message from the miner's worker
     */
    CompletionStage<Outbound> choose(Purpose purpose, Outbound message) {
        return funds(purpose, message).thenCompose(funds -> funds.isEmpty() ? CompletableFuture.completedFuture(message)
                : chain.head().thenCompose(head -> chain.miner(miner, head)).thenCompose(identity -> payer(purpose, identity, funds.get()))
                        .thenApply(payer -> funds.get().paidBy(payer.address(), payer.available(), message)));
    }

    /** Nothing when the gas cannot be estimated: then the worker's sender says why. */
    private CompletionStage<Optional<Funds>> funds(Purpose purpose, Outbound message) {
        if (purpose != Purpose.WINDOW_PROOF) {
            return CompletableFuture.completedFuture(Optional.of(Funds.limited(message)));
        }
        return chain.prepare(message).thenCompose(usual -> chain.frugal(message, usual).exceptionally(failure -> usual)
                .thenApply(frugal -> Optional.of(Funds.estimated(message, usual, frugal)))).exceptionally(failure -> {
                    LOG.info("gas of a {} message cannot be estimated, the worker sends it: {}", purpose, failure.toString());
                    return Optional.empty();
                });
    }

    private CompletionStage<Payer> payer(Purpose purpose, Identified identity, Funds funds) {
        Set<String> allowed = Set.copyOf(Stream.concat(identity.control().stream(), Stream.of(identity.owner(), identity.worker())).toList());
        Search search = new Search(purpose, identity, funds, allowed);
        return candidates(purpose, identity).thenCompose(candidates ->
                next(search, candidates, new Payer(identity.worker(), funds.least())));
    }

    private CompletionStage<List<String>> candidates(Purpose purpose, Identified identity) {
        CompletionStage<List<String>> first = purpose == Purpose.WINDOW_PROOF ? unnamed(identity)
                : CompletableFuture.completedFuture(policy.named(purpose));
        return first.thenApply(named -> {
            List<String> all = new ArrayList<>(named);
            if (all.isEmpty() || policy.workerFallback()) {
                all.add(identity.worker());
            }
            if (policy.ownerFallback()) {
                all.add(identity.owner());
            }
            return all.stream().distinct().toList();
        });
    }

    /** Control addresses that are not kept for anything else. */
    private CompletionStage<List<String>> unnamed(Identified identity) {
        List<String> left = new ArrayList<>(identity.control());
        left.removeAll(List.of(identity.owner(), identity.worker()));
        CompletionStage<List<String>> rest = CompletableFuture.completedFuture(left);
        for (String named : policy.named()) {
            rest = rest.thenCombine(chain.idOf(named).exceptionally(failure -> named), (some, id) ->
                    some.stream().filter(address -> !address.equals(id)).toList());
        }
        return rest;
    }

    private CompletionStage<Payer> next(Search search, List<String> left, Payer best) {
        if (left.isEmpty()) {
            if (poor.add(search.purpose())) {
                LOG.warn("no address of t0{} has the {} attoFIL that a {} message may cost; {} sends it: send it FIL (said once)", miner,
                        search.funds().good(), search.purpose(), best.address());
            }
            return CompletableFuture.completedFuture(best);
        }
        String candidate = left.getFirst();
        List<String> others = left.subList(1, left.size());
        return judged(search, candidate).exceptionally(failure -> {
            LOG.warn("address {} is passed over for a {} message: {}", candidate, search.purpose(), failure.toString());
            return Optional.empty();
        }).thenCompose(payer -> payer.filter(one -> one.available().compareTo(search.funds().good()) >= 0)
                .<CompletionStage<Payer>>map(one -> found(search, one))
                .orElseGet(() -> next(search, others, payer.filter(one -> one.available().compareTo(best.available()) > 0).orElse(best))));
    }

    private CompletionStage<Payer> found(Search search, Payer payer) {
        if (poor.remove(search.purpose())) {
            LOG.info("{} has enough for {} messages", payer.address(), search.purpose());
        }
        return CompletableFuture.completedFuture(payer);
    }

    /** A candidate with what it has; nothing when it may not or cannot sign. */
    private CompletionStage<Optional<Payer>> judged(Search search, String candidate) {
        return chain.idOf(candidate).thenCompose(id -> {
            if (!search.allowed().contains(id)) {
                LOG.warn("address {} ({}) is configured for {} but is no control address of t0{}; see 'cairn wallet control'",
                        candidate, id, search.purpose(), miner);
                return CompletableFuture.completedFuture(Optional.empty());
            }
            return chain.balance(id).thenCompose(balance -> balance.compareTo(search.funds().good()) < 0
                    ? CompletableFuture.completedFuture(Optional.of(new Payer(id, balance)))
                    : wallet.holds(id).thenApply(held -> ifHeld(held, new Payer(id, balance))));
        });
    }

    private static Optional<Payer> ifHeld(boolean held, Payer payer) {
        if (!held) {
            LOG.warn("the key of {} is not at hand; another address pays", payer.address());
        }
        return held ? Optional.of(payer) : Optional.empty();
    }
}
