package io.cairn.node.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ctrl-C or a termination signal: tells the main thread to stop, and ends the process when it has not stopped within a
 * limit, or at once when asked a second time. What is acknowledged is on disk, so that loses no more than a power cut.
 * Closing says that all is stopped.
 *
 * <p>The virtual machine does not begin to shut down before all is stopped: parts that are just starting would fail in
 * ways that look like errors.
 */
public final class StopSignal implements AutoCloseable {

    private static final long LONGEST_STOP_SECONDS = 30;
    private static final int ENDED_BY_SIGNAL = 130;
    private static final Signal INTERRUPT = new Signal("INT");
    private static final Signal TERMINATE = new Signal("TERM");

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Consumer<String> say;
    private volatile Runnable onAsk = () -> { };
    private SignalHandler interruptBefore = SignalHandler.SIG_DFL;
    private SignalHandler terminateBefore = SignalHandler.SIG_DFL;

    private StopSignal(Consumer<String> say) {
        this.say = say;
    }

    /**
     * Listens from now on.
     *
     * @param say takes the line that tells when not every part stopped in time
     */
    public static StopSignal install(Consumer<String> say) {
        StopSignal signal = new StopSignal(say);
        signal.interruptBefore = Signal.handle(INTERRUPT, _ -> signal.ask());
        signal.terminateBefore = Signal.handle(TERMINATE, _ -> signal.ask());
        return signal;
    }

    private void ask() {
        if (asked()) {
            Runtime.getRuntime().halt(ENDED_BY_SIGNAL);
        }
        asked.countDown();
        Thread.ofPlatform().name("stop").daemon().start(this::endIfItTakesTooLong);
        onAsk.run();
    }

    private void endIfItTakesTooLong() {
        try {
            if (!stopped.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                say.accept("cairn: not every part stopped within " + LONGEST_STOP_SECONDS + " s; nothing is lost by that");
                Runtime.getRuntime().halt(ENDED_BY_SIGNAL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether stopping was asked for. */
    public boolean asked() {
        return asked.getCount() == 0;
    }

    /** What is done, besides, when stopping is asked for; at once if it was already. */
    public void onAsk(Runnable reaction) {
        onAsk = reaction;
        if (asked()) {
            reaction.run();
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

    /**
     * A place in a start at which it can be undone.
     *
     * @throws StopAskedException when stopping is asked for
     */
    void check() {
        if (asked()) {
            throw new StopAskedException();
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        Signal.handle(INTERRUPT, interruptBefore);
        Signal.handle(TERMINATE, terminateBefore);
    }
}
