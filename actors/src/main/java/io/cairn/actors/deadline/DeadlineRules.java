package io.cairn.actors.deadline;

import io.cairn.actors.chain.HeadChange;
import io.cairn.persistence.deadline.Batch;
import io.cairn.persistence.deadline.DeadlineEvent;
import io.cairn.persistence.deadline.DeadlineEvent.OutcomeReverted;
import io.cairn.persistence.deadline.DeadlineEvent.ProvingAbandoned;
import io.cairn.persistence.deadline.DeadlineEvent.ProvingStarted;
import io.cairn.persistence.deadline.DeadlineEvent.RecoveryStarted;
import io.cairn.persistence.deadline.DeadlineEvent.SubmissionFailed;
import io.cairn.persistence.deadline.DeadlineEvent.SubmissionStarted;
import io.cairn.persistence.deadline.DeadlineEvent.SubmissionsReverted;
import io.cairn.persistence.deadline.DeadlineEvent.WindowPassed;
import io.cairn.persistence.deadline.DeadlineState;
import io.cairn.persistence.deadline.Proving;
import io.cairn.persistence.deadline.Recovery;
import io.cairn.persistence.deadline.Submission;
import io.cairn.persistence.deadline.Window;
import io.cairn.persistence.deadline.WindowState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a deadline does about a head: the change handler of Lotus (lotus: storage/wdpost/wdpost_changehandler.go), with the
 * state of submitting kept per message. Pure: the same state and head give the same events.
 */
final class DeadlineRules {
    private final HeadChange head;
    private final Confidence confidence;
    private final List<DeadlineEvent> events = new ArrayList<>();
    private DeadlineState state;

    private DeadlineRules(DeadlineState state, HeadChange head, Confidence confidence) {
        this.state = state;
        this.head = head;
        this.confidence = confidence;
    }

    /**
     * The events that a head brings about.
     *
     * @param window the earliest window that has not closed
     * @param closed the latest window that has closed
     */
    static List<DeadlineEvent> onHead(DeadlineState state, Window window, Window closed, HeadChange head, Confidence confidence) {
        DeadlineRules rules = new DeadlineRules(state, head, confidence);
        rules.unseen(closed);
        rules.state.windows().values().stream().filter(known -> known.window().open() != window.open())
                .forEach(known -> rules.visit(known.window()));
        rules.visit(window);
        return rules.events;
    }

    /** Whether a window is over for so long that the chain's books about it can be read, and they were not. */
    static boolean isToBeJudged(WindowState window, long height, Confidence confidence) {
        return window.outcome().isEmpty() && height >= window.window().close() + confidence.settle();
    }

    /** A window of which nothing is known between known ones, or after them, went by unseen; before them nobody was there. */
    private void unseen(Window closed) {
        boolean there = !state.windows().isEmpty() && state.windows().firstKey() < closed.open();
        if (there && known(closed).isEmpty()) {
            emit(new WindowPassed(closed, head.height()));
        }
    }

    private void visit(Window window) {
        reverted(window);
        closed(window);
        recover(window);
        prove(window);
        submit(window);
    }

    private void reverted(Window window) {
        boolean underway = known(window).map(WindowState::batches).orElse(List.of()).stream()
                .anyMatch(batch -> batch.submission() != Submission.READY && batch.submission() != Submission.REJECTED);
        if (underway && head.revertedBefore(window.open())) {
            emit(new SubmissionsReverted(window.open(), head.revertedTo()));
        }
        boolean decided = known(window).flatMap(WindowState::outcome).isPresent();
        if (decided && head.revertedBefore(window.close())) {
            emit(new OutcomeReverted(window.open(), head.revertedTo()));
        }
    }

    private void closed(Window window) {
        if (head.height() < window.close() || known(window).isEmpty()) {
            return;
        }
        WindowState known = known(window).get();
        if (known.proving() == Proving.PROVING) {
            emit(new ProvingAbandoned(window.open(), head.height()));
        }
        for (int batch = 0; batch < known.batches().size(); batch++) {
            if (known.batches().get(batch).submission() == Submission.SUBMITTING) {
                emit(new SubmissionFailed(window.open(), batch, "the window closed"));
            }
        }
    }

    private void recover(Window window) {
        long twoAhead = window.challenge() - 2 * (window.close() - window.open()) + confidence.challenge();
        boolean none = known(window).map(w -> w.recovery() == Recovery.NONE).orElse(true);
        if (none && head.height() >= twoAhead && head.height() < window.faultCutoff() - confidence.declare()) {
            emit(new RecoveryStarted(window, head.height()));
        }
    }

    private void prove(Window window) {
        boolean idle = known(window).map(w -> w.proving() == Proving.WAITING || w.proving() == Proving.ABANDONED).orElse(true);
        if (idle && head.height() >= window.challenge() + confidence.challenge() && head.height() < window.close()) {
            emit(new ProvingStarted(window, head.height()));
        }
    }

    private void submit(Window window) {
        Optional<WindowState> known = known(window);
        if (known.isEmpty() || known.get().proving() != Proving.PROVED || head.height() < window.open() + confidence.submit()
                || head.height() >= window.close()) {
            return;
        }
        List<Batch> batches = known.get().batches();
        for (int batch = 0; batch < batches.size(); batch++) {
            if (batches.get(batch).submission() == Submission.READY) {
                emit(new SubmissionStarted(window.open(), batch, head.height()));
            }
        }
    }

    private Optional<WindowState> known(Window window) {
        return state.window(window.open());
    }

    private void emit(DeadlineEvent event) {
        events.add(event);
        state = state.apply(event);
    }
}
