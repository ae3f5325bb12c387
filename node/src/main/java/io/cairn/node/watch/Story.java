package io.cairn.node.watch;

import io.cairn.actors.view.DeadlineView;
import io.cairn.actors.view.SectorView;
import io.cairn.node.view.Amounts;
import io.cairn.node.view.Overview.StoryLine;
import io.cairn.node.view.Overview.Tone;
import io.cairn.node.view.Spans;
import io.cairn.persistence.deadline.WindowState;
import io.cairn.persistence.sector.Moment;
import io.cairn.persistence.sector.SectorState;
import io.cairn.protocol.bitfield.BitField;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What happened, line by line: told from the difference between two looks, so that nothing is told twice. */
final class Story {

    private static final int KEPT = 300;

    private final SectorStory sectors;
    private final WindowStory windows = new WindowStory();
    private final Deque<StoryLine> lines = new ArrayDeque<>();
    private final Map<Long, Moment> told = new HashMap<>();
    private final Map<String, Instant> computing = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > KEPT;
        }
    };
    private Optional<Facts> before = Optional.empty();
    private long numbers;

    /**
     * Nothing is told yet.
     *
     * @param seedDelay epochs between a pre-commitment and its seed
     * @param watching  since when all that is computed is seen, such as the start of the process
     */
    Story(long seedDelay, Instant watching) {
        this.sectors = new SectorStory(seedDelay, watching);
    }

    /** Goes on with what is known now. The first look tells only what the sectors themselves remember. */
    void look(Facts now) {
        List<StoryLine> found = new ArrayList<>();
        now.work().forEach(task -> computing.put(stage(task.work().subject(), task.work().stage()), task.startedAt()));
        now.sectors().forEach(view -> sector(view, found));
        for (DeadlineView view : now.deadlines()) {
            for (WindowState window : view.windows()) {
                if (before.isEmpty() || !DeadlineCells.hasOrHadWork(now.chain().deadlines().get(view.index()), window)) {
                    windows.know(view.index(), window);
                } else {
                    windows.tell(view.index(), window, now.at()).forEach(line -> found.add(
                            line(now.at().toEpochMilli(), "window of deadline " + view.index(), line.text(), line.tone())));
                }
            }
        }
        before.ifPresent(earlier -> changes(earlier, now, found));
        found.stream().sorted(Comparator.comparingLong(StoryLine::at)).forEach(this::keep);
        before = Optional.of(now);
    }

    /** The newest lines, newest first. */
    List<StoryLine> newest() {
        return List.copyOf(lines);
    }

    WindowStory windows() {
        return windows;
    }

    private void keep(StoryLine line) {
        lines.addFirst(new StoryLine(++numbers, line.at(), line.subject(), line.text(), line.tone()));
        if (lines.size() > KEPT) {
            lines.removeLast();
        }
    }

    private void sector(SectorView view, List<StoryLine> found) {
        SectorState state = view.state();
        Moment last = told.get(view.number());
        int from = last == null ? 0 : state.history().lastIndexOf(last) + 1;
        for (int index = from; index < state.history().size(); index++) {
            long at = state.history().get(index).at();
            String subject = "sector " + view.number();
            sectors.tell(state, index, name -> Optional.ofNullable(computing.remove(stage(subject, name.toLowerCase(Locale.ROOT)))))
                    .ifPresent(line -> found.add(line(at, subject, line.text(), line.tone())));
        }
        if (!state.history().isEmpty()) {
            told.put(view.number(), state.history().getLast());
        }
    }

    private static String stage(String subject, String name) {
        return subject + " " + name;
    }

    private void changes(Facts earlier, Facts now, List<StoryLine> found) {
        long at = now.at().toEpochMilli();
        if (now.nodeAway().isPresent() && earlier.nodeAway().isEmpty()) {
            found.add(line(at, "chain node", "away: " + now.nodeAway().get().reason(), Tone.bad));
        }
        if (now.nodeAway().isEmpty() && earlier.nodeAway().isPresent()) {
            Duration away = Duration.between(earlier.nodeAway().get().since(), now.at());
            found.add(line(at, "chain node", "back after " + Spans.words(away.toMillis() / 1000.0), Tone.done));
        }
        BitField was = earlier.chain().faults();
        BitField is = now.chain().faults();
        told(found, at, is.minus(was), "faulty: no power until recovered", Tone.bad);
        told(found, at, now.chain().recoveries().minus(earlier.chain().recoveries()), "declared recovered, power comes back with the next proof", Tone.warn);
        told(found, at, was.minus(is).intersect(live(now)), "recovered", Tone.done);
        power(earlier, now, found);
    }

    private static void power(Facts earlier, Facts now, List<StoryLine> found) {
        BigInteger was = earlier.chain().power().minerPower().rawBytePower();
        BigInteger is = now.chain().power().minerPower().rawBytePower();
        if (!was.equals(is)) {
            found.add(line(now.at().toEpochMilli(), "power", Amounts.bytes(was) + " → " + Amounts.bytes(is),
                    is.compareTo(was) > 0 ? Tone.done : Tone.warn));
        }
    }

    private static BitField live(Facts facts) {
        return facts.chain().deadlines().stream().map(DeadlineFacts::live).reduce(BitField.EMPTY, BitField::union);
    }

    private static void told(List<StoryLine> found, long at, BitField sectors, String what, Tone tone) {
        if (!sectors.isEmpty()) {
            found.add(line(at, SectorStory.names(sectors), what, tone));
        }
    }

    private static StoryLine line(long at, String subject, String text, Tone tone) {
        return new StoryLine(0, at, subject, text, tone);
    }
}
