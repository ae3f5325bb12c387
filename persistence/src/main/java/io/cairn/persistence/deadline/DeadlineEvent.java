package io.cairn.persistence.deadline;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.cairn.persistence.Blob;
import io.cairn.persistence.Durable;
import java.util.List;

/**
 * What has happened to one deadline of one miner. Every event belongs to a window, named by its opening epoch.
 * {@code head} is the height of the chain when it happened.
 */
public sealed interface DeadlineEvent extends Durable {
    /** Opening epoch of the window that the event belongs to. */
    long open();

    /** Computing the proofs of a window began, or began again. */
    @JsonTypeName("deadline.proving-started.v1")
    record ProvingStarted(Window window, long head) implements DeadlineEvent {
        @Override
        public long open() {
            return window.open();
        }
    }

    /**
     * The proof of one batch of partitions was made and verified. It is never made a second time.
     *
     * @param params     CBOR of the submission's parameters, without the chain commitment
     * @param partitions partition indices of the batch, ascending
     * @param sectors    sectors proven
     * @param skipped    sectors left out because they could not be read
     */
    @JsonTypeName("deadline.proof-made.v1")
    record ProofMade(long open, Blob params, List<Integer> partitions, long sectors, long skipped, long head)
            implements DeadlineEvent {
        public ProofMade {
            partitions = List.copyOf(partitions);
        }
    }

    /** All proofs of the window are made; there may have been nothing to prove. */
    @JsonTypeName("deadline.proving-succeeded.v1")
    record ProvingSucceeded(long open, long head) implements DeadlineEvent {
    }

    /** Computing failed; the next head tries again. */
    @JsonTypeName("deadline.proving-failed.v1")
    record ProvingFailed(long open, long head, String reason) implements DeadlineEvent {
    }

    /** The window closed before its proofs were made. */
    @JsonTypeName("deadline.proving-abandoned.v1")
    record ProvingAbandoned(long open, long head) implements DeadlineEvent {
    }

    /** A batch is about to be sent under a request id that makes sending it twice harmless. */
    @JsonTypeName("deadline.submission-started.v1")
    record SubmissionStarted(long open, int batch, long head) implements DeadlineEvent {
    }

    /** The message is in the pool of the node. */
    @JsonTypeName("deadline.message-sent.v1")
    record MessageSent(long open, int batch, String requestId, String cid) implements DeadlineEvent {
    }

    /** The message could not be handed to the node; the next head tries again. */
    @JsonTypeName("deadline.submission-failed.v1")
    record SubmissionFailed(long open, int batch, String reason) implements DeadlineEvent {
    }

    /** The message was executed with exit code 0. */
    @JsonTypeName("deadline.message-landed.v1")
    record MessageLanded(long open, int batch, String cid, long epoch) implements DeadlineEvent {
    }

    /** The message was executed and refused. */
    @JsonTypeName("deadline.message-rejected.v1")
    record MessageRejected(long open, int batch, String cid, long exitCode, long epoch) implements DeadlineEvent {
    }

    /** The chain went back to before the window opened; what was sent is sent again. */
    @JsonTypeName("deadline.submissions-reverted.v1")
    record SubmissionsReverted(long open, long revertedTo) implements DeadlineEvent {
    }

    /** The window went by while nobody watched, such as while the process was down. */
    @JsonTypeName("deadline.window-passed.v1")
    record WindowPassed(Window window, long head) implements DeadlineEvent {
        @Override
        public long open() {
            return window.open();
        }
    }

    /**
     * The window is over, and the chain's own books say how it ended.
     *
     * @param detail what was not proven, empty otherwise
     */
    @JsonTypeName("deadline.window-judged.v1")
    record WindowJudged(long open, WindowOutcome outcome, String detail, long head) implements DeadlineEvent {
    }

    /** The chain went back to before the window closed; how it ends is open again. */
    @JsonTypeName("deadline.outcome-reverted.v1")
    record OutcomeReverted(long open, long revertedTo) implements DeadlineEvent {
    }

    /** The window is over and judged by what is known here, because the chain does not tell any more. */
    @JsonTypeName("deadline.window-settled.v1")
    record WindowSettled(long open, WindowOutcome outcome, long head) implements DeadlineEvent {
    }

    /** Looking for sectors that are readable again began, for a window that opens soon. */
    @JsonTypeName("deadline.recovery-started.v1")
    record RecoveryStarted(Window window, long head) implements DeadlineEvent {
        @Override
        public long open() {
            return window.open();
        }
    }

    /** Recovered sectors were declared by a message, or there were none: then the message is empty. */
    @JsonTypeName("deadline.recovery-declared.v1")
    record RecoveryDeclared(long open, long sectors, String cid) implements DeadlineEvent {
    }

    /** Declaring failed; the next head tries again while there is time. */
    @JsonTypeName("deadline.recovery-failed.v1")
    record RecoveryFailed(long open, String reason) implements DeadlineEvent {
    }
}
