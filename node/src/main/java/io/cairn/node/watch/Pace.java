package io.cairn.node.watch;

import io.cairn.node.view.Amounts;
import io.cairn.node.view.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How fast epochs come.
 *
 * @param epoch time between two epochs
 * @param timeLapse whether the chain jumps over idle stretches, so that times are at most what they seem
 * @param wallTime whether blocks carry the time by the clock, as on a public network
 */
public record Pace(Duration epoch, boolean timeLapse, boolean wallTime) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final Duration SHORTEST_PATIENCE = Duration.ofSeconds(30);
    private static final int EPOCHS_OF_PATIENCE = 5;
    private static final int PATIENCE_WITH_SYNC = 2;

    /** Seconds that so many epochs take at the usual pace. */
    double seconds(long epochs) {
        return epochs * (epoch.toMillis() / 1000.0);
    }

    /** When so many epochs have passed, in epochs and by the clock. */
    String until(long epochs, Instant now) {
        String clock = CLOCK.format(now.plusMillis(epochs * epoch.toMillis()).atZone(ZoneId.systemDefault()));
        String when = timeLapse ? "by " + clock + " or sooner" : Spans.words(seconds(epochs)) + ", at " + clock;
        return Amounts.of(epochs, "epoch") + " (" + when + ")";
    }

    /** Whether a head so old means that its node is not in sync. */
    boolean isBehind(Duration headAge) {
        return wallTime && headAge.compareTo(patience().multipliedBy(PATIENCE_WITH_SYNC)) > 0;
    }

    /** Time without a new head after which something is wrong. */
    Duration patience() {
        Duration some = epoch.multipliedBy(EPOCHS_OF_PATIENCE);
        return some.compareTo(SHORTEST_PATIENCE) > 0 ? some : SHORTEST_PATIENCE;
    }
}
