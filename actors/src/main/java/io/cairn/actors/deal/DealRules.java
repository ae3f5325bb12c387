package io.cairn.actors.deal;

import io.cairn.actors.chain.HeadChange;
import io.cairn.actors.deal.DealCommand.ChainSeen;
import io.cairn.persistence.deal.DealEnd;
import io.cairn.persistence.deal.DealEvent;
import io.cairn.persistence.deal.DealEvent.Accepted;
import io.cairn.persistence.deal.DealStage;
import io.cairn.persistence.deal.DealState;
import java.util.List;
import java.util.Optional;

/** Which events follow from what a deal hears of the chain. Pure: nothing here asks or sends. */
final class DealRules {
    /** Epochs after which a deal that should have started is given up: no reorganisation brings its sector back. */
    private static final long START_CONFIDENCE = 20;

    private final long startBuffer;

    DealRules(long startBuffer) {
        this.startBuffer = startBuffer;
    }

    /** Whether the deal computes or waits for the chain: from its data to its activation. */
    static boolean isUnderWay(DealState state) {
        return state.stage().compareTo(DealStage.VERIFYING) >= 0 && state.stage().compareTo(DealStage.ACTIVE) < 0
                && state.paused().isEmpty();
    }

    List<DealEvent> onHead(DealState state, HeadChange change, long now) {
        Optional<Accepted> deal = state.accepted().filter(accepted -> state.end().isEmpty());
        return deal.map(accepted -> onHead(state, accepted, change.height(), now)).orElse(List.of());
    }

    private List<DealEvent> onHead(DealState state, Accepted deal, long height, long now) {
        return switch (state.stage()) {
            case AWAITING_DATA, VERIFYING -> tooLate(deal, height, "cannot publish", now);
            case PUBLISHING -> state.publish().message().isEmpty() ? tooLate(deal, height, "cannot publish", now)
                    : passed(deal, height, "the publish message did not get through", now);
            case AWAITING_PUBLISH -> passed(deal, height, "the publish message did not get through", now);
            case ADDING_PIECE -> tooLate(deal, height, "cannot seal", now);
            case ACTIVE -> height >= deal.endEpoch() ? ended(DealEnd.EXPIRED, "", now) : List.of();
            case NONE, SEALING, ENDED -> List.of();
        };
    }

    private List<DealEvent> tooLate(Accepted deal, long height, String what, long now) {
        return height + startBuffer < deal.startEpoch() ? List.of() : ended(DealEnd.FAILED, what + " deal with piece CID "
                + deal.pieceCid() + ": current epoch " + height + " has passed deal proposal start epoch " + deal.startEpoch()
                + " less a buffer of " + startBuffer + " epochs", now);
    }

    private static List<DealEvent> passed(Accepted deal, long height, String what, long now) {
        return height <= deal.startEpoch() ? List.of() : ended(DealEnd.FAILED, what + " before the deal's start epoch "
                + deal.startEpoch() + " (current epoch " + height + ")", now);
    }

    List<DealEvent> onChain(DealState state, ChainSeen seen, long now) {
        boolean sealing = state.stage() == DealStage.SEALING;
        boolean active = state.stage() == DealStage.ACTIVE;
        if (seen.slashed() >= 0 && (sealing || active)) {
            return ended(DealEnd.SLASHED, "slashed at epoch " + seen.slashed(), now);
        }
        if (sealing && seen.activation() >= 0) {
            return List.of(new DealEvent.Activated(seen.activation(), now));
        }
        if (sealing && seen.height() > state.accepted().orElseThrow().startEpoch() + START_CONFIDENCE) {
            return ended(DealEnd.FAILED, "the sector was not active at the deal's start epoch "
                    + state.accepted().orElseThrow().startEpoch() + ": the chain gives the client its funds back", now);
        }
        if ((sealing || active) && !seen.known()) {
            return List.of(new DealEvent.ChainReverted(DealStage.AWAITING_PUBLISH, "the chain has no deal " + state.dealId(), now));
        }
        return active && seen.activation() < 0
                ? List.of(new DealEvent.ChainReverted(DealStage.SEALING, "the chain took the activation back", now)) : List.of();
    }

    /** Before its start a deal looks for another sector; after it there is nothing left to do. */
    List<DealEvent> sectorLost(DealState state, long sector, String reason, Optional<HeadChange> head, long now) {
        boolean ours = state.place().filter(place -> place.sector() == sector).isPresent();
        if (!ours || state.stage() != DealStage.SEALING && state.stage() != DealStage.ACTIVE) {
            return List.of();
        }
        boolean early = state.stage() == DealStage.SEALING
                && head.filter(change -> change.height() + startBuffer < state.accepted().orElseThrow().startEpoch()).isPresent();
        return early ? List.of(new DealEvent.PlaceLost(sector, reason, now)) : ended(DealEnd.FAILED, reason, now);
    }

    private static List<DealEvent> ended(DealEnd end, String reason, long now) {
        return List.of(new DealEvent.Ended(end, reason, now));
    }
}
