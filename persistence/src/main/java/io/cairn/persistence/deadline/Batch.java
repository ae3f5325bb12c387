package io.cairn.persistence.deadline;

import io.cairn.persistence.Blob;
import java.util.List;

/**
 * The proof of some partitions and its way to the chain.
 *
 * @param params     CBOR of the submission's parameters, without the chain commitment
 * @param partitions partition indices, ascending
 * @param sectors    sectors proven
 * @param skipped    sectors left out
 * @param submission how far it is
 * @param rejections how often the chain refused it
 * @param cid        the last message's CID, empty before the first
 * @param detail     the last error, empty if there was none
 * @param landed     epoch of execution, −1 before
 */
public record Batch(Blob params, List<Integer> partitions, long sectors, long skipped, Submission submission,
                    int rejections, String cid, String detail, long landed) {
    /** Refusals after which a batch is given up. */
    public static final int REJECTIONS_TOLERATED = 3;

    public Batch {
        partitions = List.copyOf(partitions);
    }

    static Batch ready(DeadlineEvent.ProofMade proof) {
        return new Batch(proof.params(), proof.partitions(), proof.sectors(), proof.skipped(), Submission.READY, 0, "", "", -1);
    }

    Batch submitting() {
        return with(Submission.SUBMITTING, rejections, cid, "", -1);
    }

    Batch sent(String message) {
        return with(Submission.SENT, rejections, message, "", -1);
    }

    Batch failed(String reason) {
        return with(Submission.READY, rejections, cid, reason, -1);
    }

    Batch landed(String message, long epoch) {
        return with(Submission.LANDED, rejections, message, "", epoch);
    }

    Batch rejected(String message, long exitCode) {
        Submission next = rejections + 1 < REJECTIONS_TOLERATED ? Submission.READY : Submission.REJECTED;
        return with(next, rejections + 1, message, "exit code " + exitCode, -1);
    }

    Batch reverted() {
        return with(submission == Submission.REJECTED ? Submission.REJECTED : Submission.READY, rejections, cid, detail, -1);
    }

    private Batch with(Submission next, int refused, String message, String error, long epoch) {
        return new Batch(params, partitions, sectors, skipped, next, refused, message, error, epoch);
    }
}
