package io.cairn.node.watch;

import io.cairn.actors.view.DeadlineView;
import io.cairn.node.view.Amounts;
import io.cairn.node.view.Overview.DeadlineCell;
import io.cairn.persistence.deadline.Batch;
import io.cairn.persistence.deadline.Submission;
import io.cairn.persistence.deadline.WindowOutcome;
import io.cairn.persistence.deadline.WindowState;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.deadline.DeadlineInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How each deadline stands: what the chain has in it, and what the provider has done about it. */
final class DeadlineCells {

    private DeadlineCells() {}

    static List<DeadlineCell> of(Facts facts) {
        List<DeadlineCell> cells = new ArrayList<>();
        for (int index = 0; index < facts.chain().deadlines().size(); index++) {
            int number = index;
            List<WindowState> windows = facts.deadlines().stream().filter(view -> view.index() == number).findFirst()
                    .map(DeadlineView::windows).orElse(List.of());
            cells.add(cell(index, windows, facts.chain()));
        }
        return cells;
    }

    private static DeadlineCell cell(int index, List<WindowState> windows, ChainFacts chain) {
        DeadlineFacts deadline = chain.deadlines().get(index);
        DeadlineInfo next = chain.window(index);
        BitField faulty = deadline.live().intersect(chain.faults());
        boolean current = chain.now().index() == index && chain.now().isOpen();
        Optional<WindowState> newest = windows.stream().filter(window -> window.window().open() <= next.open()
                && window.window().open() >= chain.now().periodStart()).reduce((_, later) -> later);
        return new DeadlineCell(
                index, kind(deadline, windows, newest, current, faulty, chain), current, deadline.partitions(),
                newest.map(DeadlineCells::landed).orElse(0L), deadline.live().count(), faulty.count(),
                deadline.live().intersect(chain.recoveries()).count(), next.open(), next.close(),
                newest.filter(window -> hasOrHadWork(deadline, window)).map(DeadlineCells::proof).orElse(""));
    }

    /** Whether there is anything to say of a window: something is to be proved in it, or was. */
    static boolean hasOrHadWork(DeadlineFacts deadline, WindowState window) {
        return !deadline.live().isEmpty() || !window.batches().isEmpty();
    }

    private static DeadlineCell.Kind kind(DeadlineFacts deadline, List<WindowState> windows, Optional<WindowState> newest,
            boolean current, BitField faulty, ChainFacts chain) {
        if (deadline.live().isEmpty()) {
            return DeadlineCell.Kind.empty;
        }
        boolean proven = newest.map(DeadlineCells::proven).orElse(false);
        boolean due = !deadline.live().minus(faulty).isEmpty() || deadline.live().intersects(chain.recoveries());
        if (current && !proven && due) {
            return DeadlineCell.Kind.open;
        }
        if (missed(windows, chain.height(), chain.now().schedule().period()).isPresent()) {
            return DeadlineCell.Kind.missed;
        }
        if (!faulty.isEmpty()) {
            return DeadlineCell.Kind.faulty;
        }
        return proven ? DeadlineCell.Kind.proven : DeadlineCell.Kind.coming;
    }

    /** The newest window that is decided, if it was missed less than a proving period ago. */
    static Optional<WindowState> missed(List<WindowState> windows, long height, long period) {
        return windows.stream().filter(window -> window.outcome().isPresent() || proven(window)).reduce((_, later) -> later)
                .filter(window -> window.outcome().equals(Optional.of(WindowOutcome.MISSED)) && height < window.window().close() + period);
    }

    private static boolean proven(WindowState window) {
        return window.outcome().map(outcome -> outcome == WindowOutcome.PROVEN)
                .orElse(!window.batches().isEmpty() && window.verdict() == WindowOutcome.PROVEN);
    }

    private static long landed(WindowState window) {
        return window.batches().stream().filter(batch -> batch.submission() == Submission.LANDED)
                .mapToLong(batch -> batch.partitions().size()).sum();
    }

    private static String proof(WindowState window) {
        String failures = window.failures() == 0 ? "" : ", failed " + Amounts.of(window.failures(), "time") + ": " + window.detail();
        return switch (window.proving()) {
            case WAITING -> window.failures() == 0 ? "" : "proof" + failures;
            case PROVING -> "proof is being made" + failures;
            case ABANDONED -> "proof not made before the window closed";
            case PROVED -> window.batches().isEmpty() ? "nothing to prove" : window.batches().stream()
                    .filter(batch -> batch.submission() != Submission.LANDED).findFirst()
                    .or(() -> Optional.of(window.batches().getLast())).map(DeadlineCells::way).orElse("");
        };
    }

    private static String way(Batch batch) {
        return switch (batch.submission()) {
            case READY -> batch.detail().isEmpty() ? "proof made, waiting for the window to open" : "proof made, not sent: " + batch.detail();
            case SUBMITTING -> "proof made, being sent";
            case SENT -> "proof sent, waiting for the chain";
            case LANDED -> "proof landed at epoch " + Amounts.count(batch.landed());
            case REJECTED -> "proof refused by the chain: " + batch.detail();
        };
    }
}
