package io.cairn.actors.miner;

import io.cairn.actors.deal.MarketPolicy;
import io.cairn.actors.miner.MinerCommand.AssignPiece;
import io.cairn.actors.miner.MinerCommand.DealBatch;
import io.cairn.actors.miner.MinerCommand.QueueDeal;
import io.cairn.persistence.miner.MarketDesk;
import io.cairn.persistence.miner.MarketDesk.Batch;
import io.cairn.persistence.miner.MinerEvent;
import io.cairn.persistence.miner.MinerEvent.DealQueued;
import io.cairn.persistence.miner.MinerEvent.DealsBatched;
import io.cairn.persistence.miner.MinerEvent.PieceAssigned;
import io.cairn.persistence.miner.MinerEvent.SectorNumberAllocated;
import io.cairn.persistence.miner.MinerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings deals together: in publish messages and in sectors. Pure: which events follow, and what is answered. */
final class DealDesk {
    private final MarketPolicy policy;

    DealDesk(MarketPolicy policy) {
        this.policy = policy;
    }

    /** A message is made when it is full or its first deal has waited long enough (boost: storageadapter/dealpublisher.go). */
    List<MinerEvent> queue(MinerState state, QueueDeal wish, long now) {
        MarketDesk desk = state.market();
        if (desk.batchOf(wish.deal(), wish.failed()).isPresent()) {
            return List.of();
        }
        List<MinerEvent> events = new ArrayList<>();
        if (!desk.waits(wish.deal())) {
            events.add(new DealQueued(wish.deal(), wish.proposal(), wish.collateral(), now));
        }
        long oldest = desk.waiting().isEmpty() ? now : desk.waiting().getFirst().at();
        int waiting = desk.waiting().size() + events.size();
        if (waiting >= policy.dealsPerMessage() || now - oldest >= policy.publishWait().toMillis()) {
            events.add(new DealsBatched("publish/" + wish.deal() + "/" + now));
        }
        return events;
    }

    /** What the deal is told: its message, or an empty one while it waits. */
    static DealBatch answer(MinerState state, QueueDeal wish) {
        Optional<Batch> batch = state.market().batchOf(wish.deal(), wish.failed());
        return batch.map(b -> new DealBatch(b.id(), b.indexOf(wish.deal()), b.deals().stream().map(DealQueued::proposal).toList(),
                b.collateral().toString())).orElse(new DealBatch("", -1, List.of(), "0"));
    }

    /** The open sector that is left with the least room, or a new one. */
    static List<MinerEvent> assign(MinerState state, AssignPiece wish) {
        if (state.market().assigned().containsKey(wish.deal())) {
            return List.of();
        }
        long sectorSize = state.identity().orElseThrow().sectorSize();
        Optional<PieceAssigned> fits = state.market().open().entrySet().stream()
                .map(open -> assigned(wish, open))
                .filter(place -> place.end() <= sectorSize)
                .max((a, b) -> Long.compare(a.end(), b.end()));
        if (fits.isPresent()) {
            return List.of(fits.get());
        }
        long sector = state.nextSector();
        return List.of(new SectorNumberAllocated(sector, "deal/" + wish.deal() + "/" + sector),
                new PieceAssigned(wish.deal(), wish.size(), sector, wish.size()));
    }

    /** A piece lies at a multiple of its size (lotus: chain/proofs/proofs.go (GetRequiredPadding)). */
    private static PieceAssigned assigned(AssignPiece wish, Map.Entry<Long, Long> open) {
        long offset = (open.getValue() + wish.size() - 1) / wish.size() * wish.size();
        return new PieceAssigned(wish.deal(), wish.size(), open.getKey(), offset + wish.size());
    }
}
