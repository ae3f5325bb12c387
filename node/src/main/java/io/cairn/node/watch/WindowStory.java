package io.cairn.node.watch;

import io.cairn.node.view.Amounts;
import io.cairn.node.view.Overview.Tone;
import io.cairn.node.view.Spans;
import io.cairn.persistence.deadline.Batch;
import io.cairn.persistence.deadline.Proving;
import io.cairn.persistence.deadline.Submission;
import io.cairn.persistence.deadline.WindowState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has happened to the windows since they were last seen. */
final class WindowStory {

    private static final int KEPT = 2000;
    private static final double WORTH_SAYING = 2;

    private final Map<Key, WindowState> seen = new HashMap<>();
    private final Map<Key, Instant> begun = new HashMap<>();
    private long landed;
    private long late;
    private long failed;

    private record Key(int deadline, long open) {}

    /** Takes a window as known without telling of it. */
    void know(int deadline, WindowState window) {
        seen.put(new Key(deadline, window.window().open()), window);
    }

    /** The lines that follow from a window as it is now. */
    List<SectorStory.Told> tell(int deadline, WindowState now, Instant at) {
        Key key = new Key(deadline, now.window().open());
        Optional<WindowState> before = Optional.ofNullable(seen.put(key, now));
        if (now.proving() == Proving.PROVING) {
            begun.putIfAbsent(key, at);
        }
        List<SectorStory.Told> lines = new ArrayList<>();
        failures(before, now, lines);
        for (int index = 0; index < now.batches().size(); index++) {
            int number = index;
            Optional<Batch> earlier = before.map(WindowState::batches).filter(batches -> number < batches.size()).map(batches -> batches.get(number));
            batch(earlier, now.batches().get(index), took(key, at), lines);
        }
        outcome(before, now, lines);
        forgetOld(now.window().open());
        return lines;
    }

    private void failures(Optional<WindowState> before, WindowState now, List<SectorStory.Told> lines) {
        int known = before.map(WindowState::failures).orElse(0);
        if (now.failures() > known) {
            failed += now.failures() - known;
            lines.add(new SectorStory.Told("proof failed, tried again at the next head: " + now.detail(), Tone.warn));
        }
    }

    private String took(Key key, Instant at) {
        double seconds = begun.containsKey(key) ? Duration.between(begun.get(key), at).toMillis() / 1000.0 : 0;
        return seconds < WORTH_SAYING ? "" : " in about " + Spans.words(Math.ceil(seconds));
    }

    private static void batch(Optional<Batch> before, Batch now, String took, List<SectorStory.Told> lines) {
        Submission known = before.map(Batch::submission).orElse(Submission.READY);
        if (before.isEmpty()) {
            lines.add(new SectorStory.Told("proof made" + took + ", " + Amounts.of(now.sectors(), "sector")
                    + (now.skipped() == 0 ? "" : ", " + Amounts.count(now.skipped()) + " skipped as unreadable"),
                    now.skipped() == 0 ? Tone.none : Tone.warn));
        }
        if (now.rejections() > before.map(Batch::rejections).orElse(0)) {
            lines.add(new SectorStory.Told("proof refused by the chain, " + now.detail()
                    + (now.submission() == Submission.REJECTED ? ", given up" : ", sent again"), Tone.bad));
        } else if (known == Submission.LANDED && now.submission() != Submission.LANDED) {
            lines.add(new SectorStory.Told("reorganisation took the proof back, sent again", Tone.warn));
        }
        boolean sentBefore = known == Submission.SENT || known == Submission.LANDED;
        if (!sentBefore && (now.submission() == Submission.SENT || now.submission() == Submission.LANDED)) {
            lines.add(new SectorStory.Told("proof sent (" + SectorStory.brief(now.cid()) + ")", Tone.none));
        }
        if (known != Submission.LANDED && now.submission() == Submission.LANDED) {
            lines.add(new SectorStory.Told("proof landed at epoch " + Amounts.count(now.landed()), Tone.done));
        }
    }

    private void outcome(Optional<WindowState> before, WindowState now, List<SectorStory.Told> lines) {
        if (now.outcome().isEmpty() || before.flatMap(WindowState::outcome).isPresent()) {
            return;
        }
        switch (now.outcome().get()) {
            case PROVEN -> landed++;
            case EMPTY -> { }
            case MISSED -> {
                late++;
                lines.add(new SectorStory.Told("MISSED: no proof before epoch " + Amounts.count(now.window().close())
                        + (now.detail().isEmpty() ? "" : ": " + now.detail()), Tone.bad));
            }
        }
    }

    private void forgetOld(long open) {
        if (seen.size() > KEPT) {
            seen.keySet().removeIf(key -> key.open() < open - KEPT * 3L);
            begun.keySet().retainAll(seen.keySet());
        }
    }

    /** Windows proven since the process started. */
    long landed() {
        return landed;
    }

    /** Windows missed since the process started. */
    long late() {
        return late;
    }

    /** Attempts at proofs that failed since the process started. */
    long failed() {
        return failed;
    }
}
