package io.cairn.persistence.deadline;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.cairn.persistence.Durable;
import io.cairn.persistence.deadline.DeadlineEvent.MessageLanded;
import io.cairn.persistence.deadline.DeadlineEvent.MessageRejected;
import io.cairn.persistence.deadline.DeadlineEvent.MessageSent;
import io.cairn.persistence.deadline.DeadlineEvent.OutcomeReverted;
import io.cairn.persistence.deadline.DeadlineEvent.ProofMade;
import io.cairn.persistence.deadline.DeadlineEvent.ProvingAbandoned;
import io.cairn.persistence.deadline.DeadlineEvent.ProvingFailed;
import io.cairn.persistence.deadline.DeadlineEvent.ProvingStarted;
import io.cairn.persistence.deadline.DeadlineEvent.ProvingSucceeded;
import io.cairn.persistence.deadline.DeadlineEvent.RecoveryDeclared;
import io.cairn.persistence.deadline.DeadlineEvent.RecoveryFailed;
import io.cairn.persistence.deadline.DeadlineEvent.RecoveryStarted;
import io.cairn.persistence.deadline.DeadlineEvent.SubmissionFailed;
import io.cairn.persistence.deadline.DeadlineEvent.SubmissionStarted;
import io.cairn.persistence.deadline.DeadlineEvent.SubmissionsReverted;
import io.cairn.persistence.deadline.DeadlineEvent.WindowJudged;
import io.cairn.persistence.deadline.DeadlineEvent.WindowPassed;
import io.cairn.persistence.deadline.DeadlineEvent.WindowSettled;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A deadline as its events leave it.
 *
 * @param windows the newest windows by their opening epoch, at most {@link #WINDOWS_KEPT}
 */
@JsonTypeName("deadline.state.v1")
public record DeadlineState(SortedMap<Long, WindowState> windows) implements Durable {
    /** Older windows are dropped; the journal still has them. */
    public static final int WINDOWS_KEPT = 8;

    public DeadlineState {
        windows = Collections.unmodifiableSortedMap(new TreeMap<>(windows));
    }

    /** A deadline that has lived through nothing. */
    public static DeadlineState empty() {
        return new DeadlineState(new TreeMap<>());
    }

    /** The window that opens at an epoch, if it is known. */
    public Optional<WindowState> window(long open) {
        return Optional.ofNullable(windows.get(open));
    }

    /** The window that opens last. */
    public Optional<WindowState> newest() {
        return windows.isEmpty() ? Optional.empty() : Optional.of(windows.lastEntry().getValue());
    }

    /**
     * The state after an event. Events of windows that are no longer kept change nothing.
     */
    public DeadlineState apply(DeadlineEvent event) {
        return switch (event) {
            case ProvingStarted started ->
                    on(started.window(), w -> w.proving(Proving.PROVING, started.head(), ""));
            case ProofMade proof -> on(proof.open(), w -> w.proof(Batch.ready(proof)));
            case ProvingSucceeded done -> on(done.open(), w -> w.proving(Proving.PROVED, done.head(), ""));
            case ProvingFailed failed ->
                    on(failed.open(), w -> w.proving(Proving.WAITING, failed.head(), failed.reason()));
            case ProvingAbandoned abandoned ->
                    on(abandoned.open(), w -> w.proving(Proving.ABANDONED, abandoned.head(), "the window closed"));
            case SubmissionStarted s -> on(s.open(), w -> w.batch(s.batch(), Batch::submitting));
            case MessageSent s -> on(s.open(), w -> w.batch(s.batch(), b -> b.sent(s.cid())));
            case SubmissionFailed f -> on(f.open(), w -> w.batch(f.batch(), b -> b.failed(f.reason())));
            case MessageLanded l -> on(l.open(), w -> w.batch(l.batch(), b -> b.landed(l.cid(), l.epoch())));
            case MessageRejected r -> on(r.open(), w -> w.batch(r.batch(), b -> b.rejected(r.cid(), r.exitCode())));
            case SubmissionsReverted r -> on(r.open(), WindowState::reverted);
            case WindowPassed passed -> on(passed.window(), w -> w);
            case WindowJudged j -> on(j.open(), w -> w.settled(j.outcome(), j.detail()));
            case OutcomeReverted r -> on(r.open(), WindowState::undecided);
            case WindowSettled s -> on(s.open(), w -> w.settled(s.outcome(), ""));
            case RecoveryStarted r -> on(r.window(), w -> w.recovering(Recovery.DECLARING, ""));
            case RecoveryDeclared r -> on(r.open(), w -> w.recovering(Recovery.DECLARED, ""));
            case RecoveryFailed r -> on(r.open(), w -> w.recovering(Recovery.NONE, r.reason()));
        };
    }

    private DeadlineState on(Window window, UnaryOperator<WindowState> change) {
        TreeMap<Long, WindowState> next = new TreeMap<>(windows);
        next.put(window.open(), change.apply(windows.getOrDefault(window.open(), WindowState.of(window))));
        while (next.size() > WINDOWS_KEPT) {
            next.pollFirstEntry();
        }
        return new DeadlineState(next);
    }

    private DeadlineState on(long open, UnaryOperator<WindowState> change) {
        WindowState window = windows.get(open);
        return window == null ? this : on(window.window(), change);
    }
}
