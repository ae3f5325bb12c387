package io.cairn.it;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what has to come true. */
final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final long LOOK_MILLIS = 200;

    private Eventually() {}

    static void holds(String what, Callable<Boolean> condition) throws Exception {
        holds(what, PATIENCE, condition);
    }

    /** Looks again and again; a look that fails counts as not yet. */
    static void holds(String what, Duration longest, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + longest.toNanos();
        Exception last = null;
        while (System.nanoTime() < end) {
            try {
                if (condition.call()) {
                    return;
                }
                last = null;
            } catch (Exception notYet) {
                last = notYet;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        throw new AssertionError("not within " + longest.toSeconds() + " s: " + what, last);
    }
}
