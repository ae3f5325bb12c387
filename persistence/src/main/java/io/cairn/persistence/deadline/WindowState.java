package io.cairn.persistence.deadline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One window that a deadline lives or has lived through.
 *
 * @param batches  proofs in the order in which they were made
 * @param recovery how far the declaration of recovered sectors is
 * @param started  height of the head when proving last began, −1 before
 * @param failures how often proving failed
 * @param detail   the last error, empty if there was none
 * @param outcome  how it ended, absent while it has not
 */
public record WindowState(Window window, Proving proving, List<Batch> batches, Recovery recovery, long started, int failures,
                          String detail, Optional<WindowOutcome> outcome) {
    public WindowState {
        batches = List.copyOf(batches);
    }

    static WindowState of(Window window) {
        return new WindowState(window, Proving.WAITING, List.of(), Recovery.NONE, -1, 0, "", Optional.empty());
    }

    /** Whether every batch is in the pool or executed; true when there was nothing to prove. */
    public boolean complete() {
        return proving == Proving.PROVED && batches.stream().allMatch(
                batch -> batch.submission() == Submission.SENT || batch.submission() == Submission.LANDED);
    }

    /** What to call the end of this window by what is known here alone. */
    public WindowOutcome verdict() {
        if (proving != Proving.PROVED) {
            return WindowOutcome.MISSED;
        }
        if (batches.isEmpty()) {
            return WindowOutcome.EMPTY;
        }
        boolean landed = batches.stream().allMatch(batch -> batch.submission() == Submission.LANDED);
        return landed ? WindowOutcome.PROVEN : WindowOutcome.MISSED;
    }

    WindowState proving(Proving next, long head, String reason) {
        long began = next == Proving.PROVING ? head : started;
        int failed = reason.isEmpty() ? failures : failures + 1;
        return new WindowState(window, next, batches, recovery, began, failed, reason, outcome);
    }

    WindowState proof(Batch batch) {
        List<Batch> more = new ArrayList<>(batches);
        more.add(batch);
        return batches(more, outcome);
    }

    WindowState batch(int index, UnaryOperator<Batch> change) {
        List<Batch> changed = new ArrayList<>(batches);
        changed.set(index, change.apply(changed.get(index)));
        return batches(changed, outcome);
    }

    WindowState reverted() {
        return batches(batches.stream().map(Batch::reverted).toList(), Optional.empty());
    }

    WindowState recovering(Recovery next, String reason) {
        return new WindowState(window, proving, batches, next, started, failures, reason, outcome);
    }

    WindowState settled(WindowOutcome end, String reason) {
        String both = reason.isEmpty() || detail.isEmpty() ? detail + reason : reason + "; " + detail;
        return new WindowState(window, proving, batches, recovery, started, failures, both, Optional.of(end));
    }

    WindowState undecided() {
        return batches(batches, Optional.empty());
    }

    private WindowState batches(List<Batch> changed, Optional<WindowOutcome> end) {
        return new WindowState(window, proving, changed, recovery, started, failures, detail, end);
    }
}
