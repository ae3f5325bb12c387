package io.cairn.node.console;

import io.cairn.node.view.Overview.Job;
import io.cairn.node.view.Spans;
import java.time.Instant;
import java.util.Locale;

/**
 * How far something is, as one line of text: share, rate and time left as far as they are known.
 *
 * @param name what it is
 * @param done units finished, from 0 to {@code total}
 * @param total units in all, 0 while not known
 * @param unit what is counted, in the plural; empty where it says nothing to a reader
 * @param seconds since it began
 * @param secondsLeft estimate, negative where there is none
 */
public record Bar(String name, long done, long total, String unit, double seconds, double secondsLeft) {

    private static final int WIDTH = 24;
    private static final int NAME_WIDTH = 34;
    private static final double KILO = 1000;

    /** How far a running computation is. */
    public static Bar of(Job job, Instant now) {
        return new Bar(job.name(), job.done(), job.total(), job.unit(), (now.toEpochMilli() - job.startedAt()) / 1000.0, job.secondsLeft());
    }

    /** With a drawn bar, for a terminal. */
    public String drawn() {
        if (total <= 0) {
            return String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s running for %s", name, Spans.words(seconds));
        }
        int filled = (int) Math.round(share() * WIDTH);
        return String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s %s%s %s", name, "█".repeat(filled), "░".repeat(WIDTH - filled), figures());
    }

    /** In words alone, for paper. */
    public String told() {
        return total <= 0 ? name + ": running for " + Spans.words(seconds) : name + ": " + figures().strip();
    }

    private String figures() {
        String left = secondsLeft < 0 ? "" : "  " + Spans.clock(secondsLeft) + " left";
        return String.format(Locale.ROOT, "%3.0f %%", share() * 100) + rate() + left;
    }

    private String rate() {
        if (seconds <= 0 || done <= 0) {
            return "";
        }
        return unit.isEmpty()
                ? String.format(Locale.ROOT, "  %.1f %%/s", share() * 100 / seconds)
                : "  " + brief(done / seconds) + " " + unit + "/s";
    }

    private static String brief(double rate) {
        if (rate >= KILO * KILO) {
            return String.format(Locale.ROOT, "%.1f M", rate / KILO / KILO);
        }
        return rate >= KILO ? String.format(Locale.ROOT, "%.1f k", rate / KILO) : String.format(Locale.ROOT, "%.1f", rate);
    }

    private double share() {
        return Math.clamp((double) done / total, 0, 1);
    }
}
