package io.cairn.actors.miner;

import akka.actor.typed.ActorRef;
import io.cairn.actors.Wire;
import io.cairn.actors.chain.HeadChange;
import io.cairn.actors.view.MinerView;
import io.cairn.persistence.miner.MinerEvent.Identified;

/** What a miner understands. */
public sealed interface MinerCommand extends Wire {
    /** The chain moved. */
    record HeadChanged(HeadChange change) implements MinerCommand {
    }

    /** Gives out a sector number that was never given out; the same request gets the same number. */
    record AllocateSector(String requestId, ActorRef<Allocated> replyTo) implements MinerCommand {
    }

    /** The number for a request. */
    record Allocated(String requestId, long sector) implements Wire {
    }

    /** A sector has ended and need not hear of the chain any more. */
    record SectorEnded(long sector) implements MinerCommand {
    }

    /** A deal was taken in. */
    record DealTaken(String deal) implements MinerCommand {
    }

    /** A deal has ended. */
    record DealEnded(String deal) implements MinerCommand {
    }

    /** Asks for what is known. */
    record Look(ActorRef<MinerView> replyTo) implements MinerCommand {
    }

    /** The chain said who the miner is. */
    record Known(Identified identity, long numbersTaken) implements MinerCommand {
    }

    /** The chain did not say who the miner is. */
    record Unknown(String reason) implements MinerCommand {
    }
}
