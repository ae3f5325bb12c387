package io.cairn.persistence.miner;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.cairn.persistence.Durable;
import io.cairn.persistence.miner.MinerEvent.DealEnded;
import io.cairn.persistence.miner.MinerEvent.DealQueued;
import io.cairn.persistence.miner.MinerEvent.DealTaken;
import io.cairn.persistence.miner.MinerEvent.DealsBatched;
import io.cairn.persistence.miner.MinerEvent.Identified;
import io.cairn.persistence.miner.MinerEvent.PieceAssigned;
import io.cairn.persistence.miner.MinerEvent.PieceRefused;
import io.cairn.persistence.miner.MinerEvent.SectorEnded;
import io.cairn.persistence.miner.MinerEvent.SectorNumberAllocated;
import io.cairn.persistence.miner.MinerEvent.SectorNumbersTaken;
import io.cairn.persistence.miner.MinerEvent.SenderChosen;
import io.cairn.persistence.miner.MinerEvent.SenderFreed;
import io.cairn.persistence.miner.MinerEvent.StrangersSeen;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A storage provider as its events leave it.
 *
 * @param identity    what the chain says about the miner, absent before the first contact
 * @param nextSector  the lowest number that was never given out
 * @param allocations number given out for each request, so that asking again gives the same number
 * @param sectors     sectors that have not ended
 * @param deals       deals that have not ended
 * @param market      deals on their way into publish messages and sectors
 * @param strangers   live sectors on chain that are not known here
 * @param senders     which address sends what
 */
@JsonTypeName("miner.state.v1")
public record MinerState(Optional<Identified> identity, long nextSector, Map<String, Long> allocations,
                         SortedSet<Long> sectors, SortedSet<String> deals, MarketDesk market,
                         SortedSet<Long> strangers, SenderChoices senders) implements Durable {
    public MinerState {
        allocations = Map.copyOf(allocations);
        sectors = Collections.unmodifiableSortedSet(new TreeSet<>(sectors));
        deals = Collections.unmodifiableSortedSet(new TreeSet<>(deals));
        market = market == null ? MarketDesk.empty() : market;
        strangers = Collections.unmodifiableSortedSet(strangers == null ? new TreeSet<>() : new TreeSet<>(strangers));
        senders = senders == null ? SenderChoices.none() : senders;
    }

    /** A miner of which nothing is known. */
    public static MinerState empty() {
        return new MinerState(Optional.empty(), 0, Map.of(), new TreeSet<>(), new TreeSet<>(), MarketDesk.empty(), new TreeSet<>(), SenderChoices.none());
    }

    /** The state after an event. */
    public MinerState apply(MinerEvent event) {
        return switch (event) {
            case Identified e -> new MinerState(Optional.of(e), nextSector, allocations, sectors, deals, market, strangers, senders);
            case SectorNumberAllocated e -> allocated(e);
            case SectorNumbersTaken e -> new MinerState(identity, Math.max(nextSector, e.below()), allocations, sectors, deals, market, strangers, senders);
            case SectorEnded e -> new MinerState(identity, nextSector, allocations, without(sectors, e.sector()), deals, market, strangers, senders);
            case DealTaken e -> new MinerState(identity, nextSector, allocations, sectors, with(deals, e.deal()), market, strangers, senders);
            case DealEnded e -> dealEnded(e.deal());
            case StrangersSeen e -> new MinerState(identity, nextSector, allocations, sectors, deals, market, new TreeSet<>(e.sectors()), senders);
            case DealQueued e -> market(market.queued(e));
            case DealsBatched e -> market(market.batched(e));
            case PieceAssigned e -> market(market.assigned(e, identity.orElseThrow().sectorSize()));
            case PieceRefused e -> market(market.refused(e));
            case SenderChosen e -> senders(senders.with(e.requestId(), e.address()));
            case SenderFreed e -> senders(senders.without(e.requestId()));
        };
    }

    private MinerState allocated(SectorNumberAllocated event) {
        Map<String, Long> numbers = new HashMap<>(allocations);
        numbers.put(event.requestId(), event.sector());
        return new MinerState(identity, Math.max(nextSector, event.sector() + 1), numbers, with(sectors, event.sector()), deals, market, strangers, senders);
    }

    private MinerState dealEnded(String deal) {
        SortedSet<String> rest = without(deals, deal);
        return new MinerState(identity, nextSector, allocations, sectors, rest, market.without(deal, rest::contains), strangers, senders);
    }

    private MinerState market(MarketDesk next) {
        return new MinerState(identity, nextSector, allocations, sectors, deals, next, strangers, senders);
    }

    private MinerState senders(SenderChoices next) {
        return new MinerState(identity, nextSector, allocations, sectors, deals, market, strangers, next);
    }

    private static <T extends Comparable<T>> SortedSet<T> with(SortedSet<T> set, T element) {
        TreeSet<T> larger = new TreeSet<>(set);
        larger.add(element);
        return larger;
    }

    private static <T extends Comparable<T>> SortedSet<T> without(SortedSet<T> set, T element) {
        TreeSet<T> smaller = new TreeSet<>(set);
        smaller.remove(element);
        return smaller;
    }
}
