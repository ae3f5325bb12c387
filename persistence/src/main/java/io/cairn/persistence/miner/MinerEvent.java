package io.cairn.persistence.miner;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.cairn.persistence.Blob;
import io.cairn.persistence.Durable;
import java.util.List;

/** What has happened to a storage provider as a whole. Addresses are in text form, epochs are chain epochs. */
public sealed interface MinerEvent extends Durable {

    /** The chain told who the miner is; said again when any of it changes. */
    @JsonTypeName("miner.identified.v1")
    record Identified(long actorId, String owner, String worker, List<String> control, long sectorSize,
                      int windowPoStProof, ProvingCalendar calendar) implements MinerEvent {
        public Identified {
            control = List.copyOf(control);
        }
    }

    /** A sector number was given out; it is never given out again, whatever becomes of the sector. */
    @JsonTypeName("miner.sector-number-allocated.v1")
    record SectorNumberAllocated(long sector, String requestId) implements MinerEvent {
    }

    /** Numbers below the floor are taken on chain or by another machine. */
    @JsonTypeName("miner.sector-numbers-taken.v1")
    record SectorNumbersTaken(long below) implements MinerEvent {
    }

    /** A sector has reached a state in which nothing happens any more. */
    @JsonTypeName("miner.sector-ended.v1")
    record SectorEnded(long sector) implements MinerEvent {
    }

    /** The chain has live sectors of this miner that are not known here; said again when they change. */
    @JsonTypeName("miner.strangers-seen.v1")
    record StrangersSeen(List<Long> sectors, long head) implements MinerEvent {
        public StrangersSeen {
            sectors = List.copyOf(sectors);
        }
    }

    /** A deal was taken in and is followed until it ends. */
    @JsonTypeName("miner.deal-taken.v1")
    record DealTaken(String deal) implements MinerEvent {
    }

    /** A deal ended. */
    @JsonTypeName("miner.deal-ended.v1")
    record DealEnded(String deal) implements MinerEvent {
    }

    /**
     * A deal waits for the next publish message.
     *
     * @param proposal   the signed proposal's CBOR as received
     * @param collateral the provider's, attoFIL in decimal digits
     * @param at         wall clock in milliseconds since 1970
     */
    @JsonTypeName("miner.deal-queued.v1")
    record DealQueued(String deal, Blob proposal, String collateral, long at) implements MinerEvent {
    }

    /** All waiting deals go into one publish message, in the order in which they came. */
    @JsonTypeName("miner.deals-batched.v1")
    record DealsBatched(String batch) implements MinerEvent {
    }

    /**
     * A piece is to go into a sector.
     *
     * @param size padded size in bytes
     * @param end  end of the piece in the sector if pieces arrive in the order in which they were assigned, padded bytes
     */
    @JsonTypeName("miner.piece-assigned.v1")
    record PieceAssigned(String deal, long size, long sector, long end) implements MinerEvent {
    }

    /**
     * An address is to send a message. Written before that address hears of it.
     *
     * @param address in text form
     */
    @JsonTypeName("miner.sender-chosen.v1")
    record SenderChosen(String requestId, String address) implements MinerEvent {
    }

    /** The address that was chosen has signed nothing for the request: another one may be chosen. */
    @JsonTypeName("miner.sender-freed.v1")
    record SenderFreed(String requestId) implements MinerEvent {
    }

    /** A sector did not take a piece, or lost it: the piece is free again and the sector is not asked any more. */
    @JsonTypeName("miner.piece-refused.v1")
    record PieceRefused(String deal, long sector) implements MinerEvent {
    }
}
