package io.cairn.node.console;

import io.cairn.proofs.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows how a long computation comes along: what, how far, how fast, how long still. On a terminal one line that is
 * redrawn; elsewhere a line each tenth of the way. Nothing is drawn in the first two seconds. Computations report from
 * many threads; the bar is drawn by whichever comes first.
 */
public final class ProgressBar implements Progress, AutoCloseable {

    private static final long QUIET_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long REDRAW_NANOS = Duration.ofMillis(200).toNanos();
    private static final int WIDTH = 24;

    private final String what;
    private final PrintWriter out;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private final long start;
    private long lastDrawn;
    private long lastTenth;
    private double furthest;
    private boolean drawn;
    private volatile boolean cancelled;

    /** A bar for {@code what}, on a terminal or on paper. */
    public ProgressBar(String what, PrintWriter out, boolean terminal) {
        this(what, out, terminal, System::nanoTime);
    }

    ProgressBar(String what, PrintWriter out, boolean terminal, LongSupplier nanoTime) {
        this.what = what;
        this.out = out;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.lastDrawn = start;
    }

    @Override
    public synchronized void advanced(long done, long total) {
        double share = total <= 0 ? 0 : Math.min(1, (double) done / total);
        furthest = Math.max(furthest, share);
        long now = nanoTime.getAsLong();
        if (now - start < QUIET_NANOS) {
            return;
        }
        if (terminal ? now - lastDrawn >= REDRAW_NANOS : (long) (furthest * 10) > lastTenth) {
            lastDrawn = now;
            lastTenth = (long) (furthest * 10);
            draw(now);
        }
    }

    private void draw(long now) {
        double seconds = (now - start) / 1e9;
        double left = furthest <= 0 ? 0 : seconds / furthest * (1 - furthest);
        int filled = (int) Math.round(furthest * WIDTH);
        String line = String.format(Locale.ROOT, "%s %s%s %3.0f %%  %.1f %%/s  %s left",
                what, "█".repeat(filled), "░".repeat(WIDTH - filled), furthest * 100, furthest * 100 / seconds, clock(left));
        out.print(terminal ? "\r" + line + "  " : line + "\n");
        out.flush();
        drawn = true;
    }

    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%02d:%02d", whole / 60, whole % 60);
    }

    /** Asks the computation to end. */
    public void cancel() {
        cancelled = true;
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    /** Ends the bar with a line that says how long it took. */
    @Override
    public synchronized void close() {
        double seconds = (nanoTime.getAsLong() - start) / 1e9;
        String line = String.format(Locale.ROOT, "%s %s in %.1f s", what, furthest >= 1 ? "done" : "ended", seconds);
        out.println(terminal && drawn ? "\r" + line + " ".repeat(WIDTH + 24) : line);
        out.flush();
    }
}
