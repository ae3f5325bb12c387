package io.cairn.node.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Ctrl-C or a termination signal: tells the main thread to stop, and holds the process until it has stopped or a limit
 * has passed. Closing says that all is stopped.
 */
public final class StopSignal implements AutoCloseable {

    private static final long LONGEST_STOP_SECONDS = 30;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    private StopSignal() {}

    /**
     * Listens from now on.
     *
     * @param say takes the line that tells when not every part stopped in time
     */
    public static StopSignal install(Consumer<String> say) {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> signal.stop(say), "stop"));
        return signal;
    }

    private void stop(Consumer<String> say) {
        asked.countDown();
        try {
            if (!stopped.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                say.accept("cairn: not every part stopped within " + LONGEST_STOP_SECONDS + " s; nothing is lost by that");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits so long, or until stopping is asked for; answers whether it was. */
    public boolean within(Duration time) throws InterruptedException {
        return asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Waits so long while something is being started.
     *
     * @throws StopAskedException when stopping is asked for
     */
    void pause(Duration time) {
        try {
            if (within(time)) {
                throw new StopAskedException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StopAskedException();
        }
    }

    @Override
    public void close() {
        stopped.countDown();
    }
}
