package io.cairn.node.cli;

import io.cairn.node.console.Bar;
import io.cairn.node.console.Colour;
import io.cairn.node.console.Screen;
import io.cairn.node.view.Amounts;
import io.cairn.node.view.Overview;
import io.cairn.node.view.Overview.Alert;
import io.cairn.node.view.Overview.Job;
import io.cairn.node.view.Overview.StoryLine;
import io.cairn.node.view.Overview.Tone;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells an operator what happens. Each event is one line. On a terminal the bars of what runs and the line of life stand
 * below and are redrawn; on paper a computation gets a line a minute, and the line of life comes when it says something new.
 */
final class Chronicle {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final double WORTH_A_BAR = 2;
    private static final double MINUTE = 60;
    private static final double SILENT_SECONDS = 10;
    private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(10);

    private final Screen screen;
    private final long begun;
    private final Map<Long, Long> minutesTold = new HashMap<>();
    private Set<String> alertsTold = Set.of();
    private long lastLine;
    private String lastStanding = "";
    private Instant lastLife = Instant.MIN;

    /** Tells from now on, with what sectors did since {@code begun}. */
    Chronicle(Screen screen, Instant begun) {
        this.screen = screen;
        this.begun = begun.toEpochMilli();
    }

    /** Tells how the provider stands now, in one line. */
    void standing(String introduction, Overview now, Instant at) {
        lastStanding = standing(now);
        lastLife = at;
        screen.line(introduction + life(now) + ".");
    }

    /** Tells what is new. */
    void tell(Overview now, Instant at) {
        story(now);
        alerts(now, at);
        if (screen.terminal()) {
            List<String> live = new ArrayList<>();
            now.jobs().stream().map(job -> Bar.of(job, at)).filter(bar -> bar.seconds() >= WORTH_A_BAR).map(Bar::drawn).forEach(live::add);
            live.add(life(now));
            screen.live(live);
        } else {
            minutes(now, at);
            paperLife(now, at);
        }
    }

    private void story(Overview now) {
        now.story().reversed().stream().filter(line -> line.number() > lastLine && line.at() >= begun)
                .forEach(line -> screen.line(clock(line.at()) + " " + paint(line.tone(), line.subject() + ": " + line.text())));
        lastLine = now.story().stream().mapToLong(StoryLine::number).max().orElse(lastLine);
    }

    private void alerts(Overview now, Instant at) {
        now.alerts().reversed().stream().filter(alert -> !alertsTold.contains(alert.id()))
                .forEach(alert -> screen.line(clock(at.toEpochMilli()) + " " + paint(alert.tone(), "▲ " + alert.title() + ".") + " " + alert.text()));
        alertsTold = now.alerts().stream().map(Alert::id).collect(Collectors.toUnmodifiableSet());
    }

    private void minutes(Overview now, Instant at) {
        Set<Long> running = new HashSet<>();
        for (Job job : now.jobs()) {
            Bar bar = Bar.of(job, at);
            long minutes = (long) (bar.seconds() / MINUTE);
            running.add(job.id());
            if (minutes > minutesTold.getOrDefault(job.id(), 0L)) {
                screen.line(clock(at.toEpochMilli()) + " " + bar.told());
                minutesTold.put(job.id(), minutes);
            }
        }
        minutesTold.keySet().retainAll(running);
    }

    /** The head alone is no news. */
    private void paperLife(Overview now, Instant at) {
        String standing = standing(now);
        boolean silent = Duration.between(lastLife, at).compareTo(SIGN_OF_LIFE) >= 0;
        if (!standing.equals(lastStanding) || silent) {
            lastStanding = standing;
            lastLife = at;
            screen.line(clock(at.toEpochMilli()) + " " + life(now));
        }
    }

    /** What the line of life is about, without the head and what only comes and goes. */
    private static String standing(Overview now) {
        return now.figures().rawPower() + now.sectors().stream().filter(row -> row.tone() != Tone.busy && row.tone() != Tone.none).toList();
    }

    /** Head, power, sectors by stage, next window, and whether money is being lost. */
    private String life(Overview now) {
        String age = now.headAgeSeconds() < SILENT_SECONDS ? "" : String.format(Locale.ROOT, " (%.0f s ago)", now.headAgeSeconds());
        String sectors = now.sectors().stream().map(row -> Amounts.count(row.count()) + " " + row.state()).collect(Collectors.joining(", "));
        String state = now.verdict().tone() == Tone.done || now.verdict().tone() == Tone.busy || now.verdict().tone() == Tone.none
                ? "" : paint(now.verdict().tone(), now.verdict().sentence()) + " · ";
        return state + "epoch " + Amounts.count(now.height()) + age
                + " · power " + now.tiles().getFirst().value() + " (" + now.tiles().getFirst().detail() + ")"
                + " · sectors: " + (sectors.isEmpty() ? "none" : sectors)
                + (now.next().isEmpty() ? "" : " · " + now.next().replaceFirst("\\.$", ""));
    }

    private String clock(long at) {
        return screen.paint(Colour.DIM, CLOCK.format(Instant.ofEpochMilli(at).atZone(ZoneId.systemDefault())));
    }

    private String paint(Tone tone, String words) {
        return switch (tone) {
            case done -> screen.paint(Colour.GREEN, words);
            case busy -> screen.paint(Colour.BLUE, words);
            case warn -> screen.paint(Colour.YELLOW, words);
            case bad -> screen.paint(Colour.RED, words);
            case none -> words;
        };
    }
}
