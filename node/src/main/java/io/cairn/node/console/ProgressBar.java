package io.cairn.node.console;

import io.cairn.node.view.Spans;
import io.cairn.proofs.dispatch.Progress;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Shows how a long computation of this process comes along. On a terminal one line that is redrawn; elsewhere a line each
 * minute. Nothing is drawn in the first two seconds. Computations report from many threads; the bar is drawn by whichever
 * comes first.
 */
public final class ProgressBar implements Progress, AutoCloseable {

    private static final long QUIET_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long REDRAW_NANOS = Duration.ofMillis(200).toNanos();
    private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

    private final String what;
    private final Screen screen;
    private final BooleanSupplier stop;
    private final LongSupplier nanoTime;
    private final long start;
    private long lastDrawn;
    private long done;
    private long total;

    /**
     * A bar.
     *
     * @param stop says when the computation is to end before its time
     */
    public ProgressBar(String what, Screen screen, BooleanSupplier stop) {
        this(what, screen, stop, System::nanoTime);
    }

    ProgressBar(String what, Screen screen, BooleanSupplier stop, LongSupplier nanoTime) {
        this.what = what;
        this.screen = screen;
        this.stop = stop;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.lastDrawn = start;
    }

    @Override
    public synchronized void advanced(long reached, long of) {
        if (total <= 0 || of > 0 && (double) reached / of > (double) done / total) {
            done = reached;
            total = of;
        }
        long now = nanoTime.getAsLong();
        if (now - start < QUIET_NANOS || now - lastDrawn < (screen.terminal() ? REDRAW_NANOS : MINUTE_NANOS)) {
            return;
        }
        lastDrawn = now;
        if (screen.terminal()) {
            screen.live(List.of(bar(now).drawn()));
        } else {
            screen.line(bar(now).told());
        }
    }

    private Bar bar(long now) {
        double seconds = (now - start) / 1e9;
        double share = total <= 0 ? 0 : (double) done / total;
        return new Bar(what, done, total, "", seconds, share <= 0 ? -1 : seconds / share * (1 - share));
    }

    @Override
    public boolean cancelled() {
        return stop.getAsBoolean();
    }

    /** Ends the bar with a line that says how long it took. */
    @Override
    public synchronized void close() {
        screen.live(List.of());
        String end = total > 0 && done >= total ? "done in " : "ended after ";
        screen.line(what + ": " + end + Spans.words((nanoTime.getAsLong() - start) / 1e9));
    }
}
