package io.cairn.persistence.deal;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.cairn.persistence.Blob;
import io.cairn.persistence.Durable;

/** What has happened to one storage deal. {@code at} is the wall clock in milliseconds since 1970. */
public sealed interface DealEvent extends Durable {
    /** Wall clock in milliseconds since 1970. */
    long at();

    /**
     * The proposal was taken.
     *
     * @param proposal   the signed proposal's CBOR as received
     * @param pieceCid   piece commitment in text form
     * @param pieceSize  padded size in bytes
     * @param startEpoch epoch before which the sector must be active
     * @param source     URL of the data, empty for an offline deal
     */
    @JsonTypeName("deal.accepted.v1")
    record Accepted(String deal, long miner, Blob proposal, String pieceCid, long pieceSize, long startEpoch, long endEpoch,
                    boolean verified, String source, boolean fastRetrieval, long at) implements DealEvent {
    }

    /** The data lies on this machine. */
    @JsonTypeName("deal.data-received.v1")
    record DataReceived(String path, long bytes, long at) implements DealEvent {
    }

    /** The data has the proposed commitment. */
    @JsonTypeName("deal.data-verified.v1")
    record DataVerified(long at) implements DealEvent {
    }

    /**
     * The deal is in a publish message that is about to be sent.
     *
     * @param requestId the same for all deals of the message
     * @param index     place of the deal among the message's proposals, from 0
     * @param params    CBOR of the message's parameters
     * @param deposit   the provider's collateral of all its deals, attoFIL in decimal digits
     */
    @JsonTypeName("deal.publish-queued.v2")
    record PublishQueued(String requestId, int index, Blob params, String deposit, long at) implements DealEvent {
    }

    /** The publish message is in the pool. */
    @JsonTypeName("deal.publish-sent.v1")
    record PublishSent(String cid, long at) implements DealEvent {
    }

    /** The chain knows the deal. */
    @JsonTypeName("deal.publish-confirmed.v1")
    record PublishConfirmed(String cid, long dealId, long epoch, long at) implements DealEvent {
    }

    /** The publish message failed, or left the deal out; another one is needed. */
    @JsonTypeName("deal.publish-failed.v1")
    record PublishFailed(String requestId, String reason, long at) implements DealEvent {
    }

    /** The piece has a place. */
    @JsonTypeName("deal.piece-added.v1")
    record PieceAdded(long sector, long offset, long length, long at) implements DealEvent {
    }

    /** The sector that holds the piece is active. */
    @JsonTypeName("deal.activated.v1")
    record Activated(long epoch, long at) implements DealEvent {
    }

    /** The sector will not hold the piece; it needs another place. */
    @JsonTypeName("deal.place-lost.v1")
    record PlaceLost(long sector, String reason, long at) implements DealEvent {
    }

    /** A reorganisation took away what had been seen on chain. */
    @JsonTypeName("deal.chain-reverted.v1")
    record ChainReverted(DealStage to, String what, long at) implements DealEvent {
    }

    /** An operator must decide; effects stop. */
    @JsonTypeName("deal.paused.v1")
    record Paused(String reason, long at) implements DealEvent {
    }

    /** Effects go on. */
    @JsonTypeName("deal.resumed.v1")
    record Resumed(long at) implements DealEvent {
    }

    /** The deal ended. */
    @JsonTypeName("deal.ended.v1")
    record Ended(DealEnd end, String reason, long at) implements DealEvent {
    }
}
