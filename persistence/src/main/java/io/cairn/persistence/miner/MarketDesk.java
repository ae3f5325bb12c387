package io.cairn.persistence.miner;

import io.cairn.persistence.miner.MinerEvent.DealQueued;
import io.cairn.persistence.miner.MinerEvent.DealsBatched;
import io.cairn.persistence.miner.MinerEvent.PieceAssigned;
import io.cairn.persistence.miner.MinerEvent.PieceRefused;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Where deals come together: in publish messages and in sectors.
 *
 * @param waiting  deals that wait for the next publish message, oldest first
 * @param batches  publish messages by their request id, those whose deals have all ended left out
 * @param open     how far sectors that take pieces are filled, padded bytes by sector number
 * @param assigned sector of each deal that has one
 */
public record MarketDesk(List<DealQueued> waiting, Map<String, Batch> batches, SortedMap<Long, Long> open, Map<String, Long> assigned) {

    /** The deals of one publish message, in order. */
    public record Batch(String id, List<DealQueued> deals) {
        public Batch {
            deals = List.copyOf(deals);
        }

        /** Place of a deal, −1 if it is not here. */
        public int indexOf(String deal) {
            return deals.stream().map(DealQueued::deal).toList().indexOf(deal);
        }

        /** The provider's collateral of all deals, attoFIL. */
        public BigInteger collateral() {
            return deals.stream().map(deal -> new BigInteger(deal.collateral())).reduce(BigInteger.ZERO, BigInteger::add);
        }
    }

    public MarketDesk {
        waiting = List.copyOf(waiting);
        batches = Map.copyOf(batches);
        open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
        assigned = Map.copyOf(assigned);
    }

    /** A desk without deals. */
    static MarketDesk empty() {
        return new MarketDesk(List.of(), Map.of(), new TreeMap<>(), Map.of());
    }

    /** The newest publish message that a deal is in, unless that is the one that failed. */
    public Optional<Batch> batchOf(String deal, String failed) {
        return batches.values().stream().filter(batch -> batch.indexOf(deal) >= 0)
                .max(Comparator.comparingLong(batch -> batch.deals().get(batch.indexOf(deal)).at()))
                .filter(batch -> !batch.id().equals(failed));
    }

    /** Whether a deal waits for the next publish message. */
    public boolean waits(String deal) {
        return waiting.stream().anyMatch(queued -> queued.deal().equals(deal));
    }

    MarketDesk queued(DealQueued event) {
        List<DealQueued> more = new ArrayList<>(waiting);
        more.add(event);
        return new MarketDesk(more, batches, open, assigned);
    }

    MarketDesk batched(DealsBatched event) {
        Map<String, Batch> more = new HashMap<>(batches);
        more.put(event.batch(), new Batch(event.batch(), waiting));
        return new MarketDesk(List.of(), more, open, assigned);
    }

    MarketDesk assigned(PieceAssigned event, long sectorSize) {
        SortedMap<Long, Long> filled = new TreeMap<>(open);
        if (event.end() < sectorSize) {
            filled.put(event.sector(), event.end());
        } else {
            filled.remove(event.sector());
        }
        Map<String, Long> more = new HashMap<>(assigned);
        more.put(event.deal(), event.sector());
        return new MarketDesk(waiting, batches, filled, more);
    }

    MarketDesk refused(PieceRefused event) {
        SortedMap<Long, Long> fewer = new TreeMap<>(open);
        fewer.remove(event.sector());
        Map<String, Long> rest = new HashMap<>(assigned);
        rest.remove(event.deal(), event.sector());
        return new MarketDesk(waiting, batches, fewer, rest);
    }

    /** Without a deal that ended; a publish message stays until all its deals have ended. */
    MarketDesk without(String deal, Predicate<String> lives) {
        Map<String, Batch> rest = new HashMap<>(batches);
        rest.values().removeIf(batch -> batch.deals().stream().noneMatch(queued -> lives.test(queued.deal())));
        Map<String, Long> others = new HashMap<>(assigned);
        others.remove(deal);
        return new MarketDesk(waiting.stream().filter(queued -> !queued.deal().equals(deal)).toList(), rest, open, others);
    }
}
