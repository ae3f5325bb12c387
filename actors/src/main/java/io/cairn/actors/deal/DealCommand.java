package io.cairn.actors.deal;

import akka.actor.typed.ActorRef;
import io.cairn.actors.Wire;
import io.cairn.actors.chain.HeadChange;
import io.cairn.actors.view.DealView;
import io.cairn.persistence.Blob;
import io.cairn.persistence.deal.DealEvent.Accepted;

/** What a deal understands. */
public sealed interface DealCommand extends Wire {
    /** The chain moved. */
    record HeadChanged(HeadChange change) implements DealCommand {
    }

    /** A proposal that passed all checks; proposing the same again is answered in the same way. */
    record Propose(Accepted proposal, ActorRef<Answer> replyTo) implements DealCommand {
    }

    /** The data was brought to this machine. */
    record ImportData(String path, ActorRef<Answer> replyTo) implements DealCommand {
    }

    /** Goes on with a paused deal. */
    record Retry(ActorRef<Answer> replyTo) implements DealCommand {
    }

    /** Ends a deal that is not published. */
    record Cancel(ActorRef<Answer> replyTo) implements DealCommand {
    }

    /** Asks for what is known. */
    record Look(ActorRef<DealView> replyTo) implements DealCommand {
    }

    /** Whether a command was followed; the reason is empty if it was. */
    record Answer(String refusal) implements Wire {
    }

    /** The file has the proposed commitment, or not: then there is a reason. */
    record DataChecked(String path, String problem) implements DealCommand {
    }

    /** There is a publish message for the deal. */
    record Batched(String requestId, int index, Blob params, String deposit) implements DealCommand {
    }

    /** The publish message is in the pool. */
    record PublishSent(String cid) implements DealCommand {
    }

    /** The publish message failed, or left the deal out. */
    record PublishFailed(String requestId, String reason) implements DealCommand {
    }

    /** The chain knows the deal. */
    record PublishConfirmed(String cid, long dealId, long epoch) implements DealCommand {
    }

    /** A sector took the piece. */
    record PiecePlaced(long sector, long offset, long length) implements DealCommand {
    }

    /**
     * What the chain knows of the published deal.
     *
     * @param known      whether the market has it
     * @param activation epoch at which its sector became active, −1 while it has not
     * @param slashed    epoch at which it was slashed, −1 if it was not
     * @param height     epoch of the head that was asked
     */
    record ChainSeen(boolean known, long activation, long slashed, long height) implements DealCommand {
    }

    /** What the deal waits for has not come about; the next head tries again. */
    record NotYet(String reason) implements DealCommand {
    }

    /** The sector became active. */
    record SectorActive(long epoch) implements DealCommand {
    }

    /** The sector will not hold the piece. */
    record SectorLost(long sector, String reason) implements DealCommand {
    }
}
