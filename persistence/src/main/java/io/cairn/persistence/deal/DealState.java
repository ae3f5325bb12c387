package io.cairn.persistence.deal;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.cairn.persistence.Durable;
import io.cairn.persistence.deal.DealEvent.Accepted;
import io.cairn.persistence.deal.DealEvent.Activated;
import io.cairn.persistence.deal.DealEvent.ChainReverted;
import io.cairn.persistence.deal.DealEvent.DataReceived;
import io.cairn.persistence.deal.DealEvent.DataVerified;
import io.cairn.persistence.deal.DealEvent.Ended;
import io.cairn.persistence.deal.DealEvent.Paused;
import io.cairn.persistence.deal.DealEvent.PieceAdded;
import io.cairn.persistence.deal.DealEvent.PlaceLost;
import io.cairn.persistence.deal.DealEvent.PublishConfirmed;
import io.cairn.persistence.deal.DealEvent.PublishFailed;
import io.cairn.persistence.deal.DealEvent.PublishQueued;
import io.cairn.persistence.deal.DealEvent.PublishSent;
import io.cairn.persistence.deal.DealEvent.Resumed;
import java.util.Optional;

/**
 * A deal as its events leave it.
 *
 * @param accepted the proposal, absent before it was taken
 * @param path     where the data lies, empty before
 * @param publish  how far its way to the chain is
 * @param place    sector and offset, absent before
 * @param paused   why an operator must decide, empty if not
 * @param end      how it ended, absent while it has not
 * @param reason   why it ended, empty if it has not
 */
@JsonTypeName("deal.state.v2")
public record DealState(DealStage stage, Optional<Accepted> accepted, String path, Publication publish, Optional<PieceAdded> place,
                        String paused, Optional<DealEnd> end, String reason) implements Durable {

    /**
     * A deal's way to the chain.
     *
     * @param message     the message it is in, absent before there is one
     * @param failed      request id of the last message that failed, empty if none did
     * @param cid         the message in text form, empty before it was sent
     * @param dealId      number on chain, −1 before
     * @param activation  epoch at which the sector became active, −1 before
     */
    public record Publication(Optional<PublishQueued> message, String failed, String cid, long dealId, long activation) {
        private static Publication none() {
            return new Publication(Optional.empty(), "", "", -1, -1);
        }
    }

    /** A deal that was not proposed yet. */
    public static DealState empty() {
        return new DealState(DealStage.NONE, Optional.empty(), "", Publication.none(), Optional.empty(), "", Optional.empty(), "");
    }

    /** Number on chain, −1 before there is one. */
    public long dealId() {
        return publish.dealId();
    }

    /** The state after an event. */
    public DealState apply(DealEvent event) {
        return switch (event) {
            case Accepted e -> new DealState(DealStage.AWAITING_DATA, Optional.of(e), path, publish, place, paused, end, reason);
            case DataReceived e -> new DealState(DealStage.VERIFYING, accepted, e.path(), publish, place, paused, end, reason);
            case DataVerified e -> at(DealStage.PUBLISHING);
            case PublishQueued e -> published(DealStage.PUBLISHING,
                    new Publication(Optional.of(e), publish.failed(), "", -1, -1));
            case PublishSent e -> published(DealStage.AWAITING_PUBLISH,
                    new Publication(publish.message(), publish.failed(), e.cid(), -1, -1));
            case PublishFailed e -> published(DealStage.PUBLISHING, new Publication(Optional.empty(), e.requestId(), "", -1, -1));
            case PublishConfirmed e -> published(DealStage.ADDING_PIECE,
                    new Publication(publish.message(), publish.failed(), e.cid(), e.dealId(), -1));
            case PieceAdded e -> placed(DealStage.SEALING, Optional.of(e));
            case PlaceLost e -> placed(DealStage.ADDING_PIECE, Optional.empty());
            case Activated e -> published(DealStage.ACTIVE,
                    new Publication(publish.message(), publish.failed(), publish.cid(), publish.dealId(), e.epoch()));
            case ChainReverted e -> published(e.to(),
                    new Publication(publish.message(), publish.failed(), publish.cid(), publish.dealId(), -1));
            case Paused e -> new DealState(stage, accepted, path, publish, place, e.reason(), end, reason);
            case Resumed e -> new DealState(stage, accepted, path, publish, place, "", end, reason);
            case Ended e -> new DealState(DealStage.ENDED, accepted, path, publish, place, "", Optional.of(e.end()), e.reason());
        };
    }

    private DealState at(DealStage next) {
        return new DealState(next, accepted, path, publish, place, paused, end, reason);
    }

    private DealState published(DealStage next, Publication way) {
        return new DealState(next, accepted, path, way, place, paused, end, reason);
    }

    private DealState placed(DealStage next, Optional<PieceAdded> where) {
        return new DealState(next, accepted, path, publish, where, paused, end, reason);
    }
}
