package io.cairn.persistence.miner;

import com.fasterxml.jackson.annotation.JsonTypeName;
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

    /** A deal was taken in and is followed until it ends. */
    @JsonTypeName("miner.deal-taken.v1")
    record DealTaken(String deal) implements MinerEvent {
    }

    /** A deal ended. */
    @JsonTypeName("miner.deal-ended.v1")
    record DealEnded(String deal) implements MinerEvent {
    }
}
