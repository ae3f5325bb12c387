package io.cairn.actors.miner;

import akka.actor.typed.ActorRef;
import io.cairn.actors.Wire;
import io.cairn.actors.chain.HeadChange;
import io.cairn.actors.chain.Ledger;
import io.cairn.actors.view.MinerView;
import io.cairn.persistence.Blob;
import io.cairn.persistence.miner.MinerEvent.Identified;
import java.util.List;

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
    record DealTaken(String deal, ActorRef<Noted> replyTo) implements MinerCommand {
    }

    /** It is written down. */
    record Noted(String deal) implements Wire {
    }

    /**
     * A deal wants to be published; asking again is harmless, and how it learns of its message.
     *
     * @param proposal   the signed proposal's CBOR as received
     * @param collateral the provider's, attoFIL in decimal digits
     * @param failed     request id of the last message that failed, empty if none did
     */
    record QueueDeal(String deal, Blob proposal, String collateral, String failed, ActorRef<DealBatch> replyTo) implements MinerCommand {
    }

    /**
     * The publish message of a deal.
     *
     * @param requestId empty while the deal waits for company
     * @param index     place of the deal in the message
     * @param proposals all signed proposals of the message in order
     * @param deposit   the provider's collateral of all of them, attoFIL in decimal digits
     */
    record DealBatch(String requestId, int index, List<Blob> proposals, String deposit) implements Wire {
        public DealBatch {
            proposals = List.copyOf(proposals);
        }
    }

    /** A piece wants a sector; the same deal gets the same sector until that refuses. */
    record AssignPiece(String deal, long size, ActorRef<Assigned> replyTo) implements MinerCommand {
    }

    /** The sector for a piece. */
    record Assigned(String deal, long sector) implements Wire {
    }

    /** A sector did not take a piece or lost it. */
    record PieceRefused(String deal, long sector) implements MinerCommand {
    }

    /**
     * Asks which address sends a message, and writes one down where none is.
     *
     * @param address in text form; empty only asks
     */
    record ChooseSender(String requestId, String address, ActorRef<SenderOf> replyTo) implements MinerCommand {
    }

    /** The address that sends a message, the first that was chosen; empty when none is. */
    record SenderOf(String requestId, String address) implements Wire {
    }

    /** The address that was chosen holds no message for the request: the next choice is free. */
    record FreeSender(String requestId, String address) implements MinerCommand {
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

    /** How the miner's sectors stand on chain. */
    record Compared(Ledger ledger, long head) implements MinerCommand {
    }

    /** The chain did not say who the miner is. */
    record Unknown(String reason) implements MinerCommand {
    }
}
