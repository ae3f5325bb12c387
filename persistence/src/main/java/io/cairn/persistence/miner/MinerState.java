package io.cairn.persistence.miner;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.cairn.persistence.Durable;
import io.cairn.persistence.miner.MinerEvent.DealEnded;
import io.cairn.persistence.miner.MinerEvent.DealTaken;
import io.cairn.persistence.miner.MinerEvent.Identified;
import io.cairn.persistence.miner.MinerEvent.SectorEnded;
import io.cairn.persistence.miner.MinerEvent.SectorNumberAllocated;
import io.cairn.persistence.miner.MinerEvent.SectorNumbersTaken;
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
 */
@JsonTypeName("miner.state.v1")
public record MinerState(Optional<Identified> identity, long nextSector, Map<String, Long> allocations,
                         SortedSet<Long> sectors, SortedSet<String> deals) implements Durable {
    public MinerState {
        allocations = Map.copyOf(allocations);
        sectors = Collections.unmodifiableSortedSet(new TreeSet<>(sectors));
        deals = Collections.unmodifiableSortedSet(new TreeSet<>(deals));
    }

    /** A miner of which nothing is known. */
    public static MinerState empty() {
        return new MinerState(Optional.empty(), 0, Map.of(), new TreeSet<>(), new TreeSet<>());
    }

    /** The state after an event. */
    public MinerState apply(MinerEvent event) {
        return switch (event) {
            case Identified identified -> new MinerState(Optional.of(identified), nextSector, allocations, sectors, deals);
            case SectorNumberAllocated allocated -> allocated(allocated);
            case SectorNumbersTaken taken ->
                    new MinerState(identity, Math.max(nextSector, taken.below()), allocations, sectors, deals);
            case SectorEnded ended -> new MinerState(identity, nextSector, allocations, without(sectors, ended.sector()), deals);
            case DealTaken taken -> new MinerState(identity, nextSector, allocations, sectors, with(deals, taken.deal()));
            case DealEnded ended -> new MinerState(identity, nextSector, allocations, sectors, without(deals, ended.deal()));
        };
    }

    private MinerState allocated(SectorNumberAllocated event) {
        Map<String, Long> numbers = new HashMap<>(allocations);
        numbers.put(event.requestId(), event.sector());
        return new MinerState(identity, Math.max(nextSector, event.sector() + 1), numbers, with(sectors, event.sector()), deals);
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
