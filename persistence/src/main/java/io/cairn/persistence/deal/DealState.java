package io.cairn.persistence.deal;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.cairn.persistence.Durable;
import io.cairn.persistence.deal.DealEvent.Accepted;
import io.cairn.persistence.deal.DealEvent.Activated;
import io.cairn.persistence.deal.DealEvent.DataReceived;
import io.cairn.persistence.deal.DealEvent.DataVerified;
import io.cairn.persistence.deal.DealEvent.Ended;
import io.cairn.persistence.deal.DealEvent.Paused;
import io.cairn.persistence.deal.DealEvent.PieceAdded;
import io.cairn.persistence.deal.DealEvent.PublishConfirmed;
import io.cairn.persistence.deal.DealEvent.PublishQueued;
import io.cairn.persistence.deal.DealEvent.PublishSent;
import io.cairn.persistence.deal.DealEvent.Resumed;
import java.util.Optional;

/**
 * A deal as its events leave it.
 *
 * @param accepted       the proposal, absent before it was taken
 * @param path           where the data lies, empty before
 * @param publishRequest request id of the publish message, empty before
 * @param publishCid     the publish message, empty before
 * @param dealId         number on chain, −1 before
 * @param place          sector and offset, absent before
 * @param paused         why an operator must decide, empty if not
 * @param end            how it ended, absent while it has not
 * @param reason         why it ended, empty if it has not
 */
@JsonTypeName("deal.state.v1")
public record DealState(DealStage stage, Optional<Accepted> accepted, String path, String publishRequest, String publishCid,
                        long dealId, Optional<PieceAdded> place, String paused, Optional<DealEnd> end, String reason)
        implements Durable {

    /** A deal that was not proposed yet. */
    public static DealState empty() {
        return new DealState(DealStage.NONE, Optional.empty(), "", "", "", -1, Optional.empty(), "", Optional.empty(), "");
    }

    /** The state after an event. */
    public DealState apply(DealEvent event) {
        return switch (event) {
            case Accepted a -> new DealState(DealStage.AWAITING_DATA, Optional.of(a), path, publishRequest, publishCid, dealId,
                    place, paused, end, reason);
            case DataReceived d -> new DealState(DealStage.VERIFYING, accepted, d.path(), publishRequest, publishCid, dealId,
                    place, paused, end, reason);
            case DataVerified d -> published(DealStage.PUBLISHING, publishRequest, publishCid, dealId);
            case PublishQueued q -> published(DealStage.PUBLISHING, q.requestId(), publishCid, dealId);
            case PublishSent s -> published(DealStage.AWAITING_PUBLISH, publishRequest, s.cid(), dealId);
            case PublishConfirmed c -> published(DealStage.ADDING_PIECE, publishRequest, c.cid(), c.dealId());
            case PieceAdded p -> new DealState(DealStage.SEALING, accepted, path, publishRequest, publishCid, dealId,
                    Optional.of(p), paused, end, reason);
            case Activated a -> published(DealStage.ACTIVE, publishRequest, publishCid, dealId);
            case Paused p -> new DealState(stage, accepted, path, publishRequest, publishCid, dealId, place, p.reason(), end, reason);
            case Resumed r -> new DealState(stage, accepted, path, publishRequest, publishCid, dealId, place, "", end, reason);
            case Ended e -> new DealState(DealStage.ENDED, accepted, path, publishRequest, publishCid, dealId, place, "",
                    Optional.of(e.end()), e.reason());
        };
    }

    private DealState published(DealStage next, String request, String cid, long id) {
        return new DealState(next, accepted, path, request, cid, id, place, paused, end, reason);
    }
}
