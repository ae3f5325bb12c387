package io.cairn.actors.deadline;

import akka.actor.typed.ActorRef;
import io.cairn.actors.Wire;
import io.cairn.actors.chain.HeadChange;
import io.cairn.actors.view.DeadlineView;
import io.cairn.persistence.Blob;
import io.cairn.persistence.deadline.Window;
import io.cairn.persistence.deadline.WindowOutcome;
import java.util.List;

/** What a deadline understands. All but the first two come from its own children. */
public sealed interface DeadlineCommand extends Wire {
    /** What a deadline needs to know of its miner: the worker's address and the wire number of the window proof. */
    record Identity(String worker, int windowPoStProof) {
    }

    /**
     * The chain moved.
     *
     * @param window the earliest window of this deadline that has not closed
     * @param closed the latest window of this deadline that has closed
     */
    record HeadChanged(HeadChange change, Window window, Window closed, Identity identity) implements DeadlineCommand {
    }

    /** Asks for what is known. */
    record Look(ActorRef<DeadlineView> replyTo) implements DeadlineCommand {
    }

    /** One batch of partitions is proven. */
    record BatchProved(long open, Blob params, List<Integer> partitions, long sectors, long skipped) implements DeadlineCommand {
        public BatchProved {
            partitions = List.copyOf(partitions);
        }
    }

    /** All batches of a window are proven. */
    record AllProved(long open) implements DeadlineCommand {
    }

    /** Proving stopped with an error. */
    record ProvingFailed(long open, String reason) implements DeadlineCommand {
    }

    /** A batch's message is in the pool. */
    record Sent(long open, int batch, String requestId, String cid) implements DeadlineCommand {
    }

    /** A batch's message could not be handed over. */
    record NotSent(long open, int batch, String reason) implements DeadlineCommand {
    }

    /** A batch's message was executed. */
    record Executed(long open, int batch, String cid, long exitCode, long epoch) implements DeadlineCommand {
    }

    /** The chain says how a window ended. */
    record Judged(long open, WindowOutcome outcome, String detail) implements DeadlineCommand {
    }

    /** The chain could not be asked how a window ended. */
    record NotJudged(long open, String reason) implements DeadlineCommand {
    }

    /** Recovered sectors were declared; there may have been none, then the CID is empty. */
    record Declared(long open, long sectors, String cid) implements DeadlineCommand {
    }

    /** Declaring failed. */
    record NotDeclared(long open, String reason) implements DeadlineCommand {
    }
}
