package io.cairn.proofs;

import io.cairn.proofs.field.VectorWidth;
import io.cairn.proofs.groth16.Rehearsal;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the prover's kernels compiled before the first proof is asked for, by a few small rounds of its work on one thread of low priority. Until Java's
 * compiler has been over them, vector kernels run tens of times slower than afterwards, and the first proof of a process would pay for that.
 *
 * <p>Takes some five seconds of one core and a few megabytes, and logs one line at its end.
 */
public final class Warmup implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Warmup.class);
    /** Large enough for transforms in more than one pass and full batches of additions. */
    private static final int LOG2 = 12;
    /** After so many, a further round gains nothing that can be measured. */
    private static final int ROUNDS = 5;

    private final Thread thread = Thread.ofPlatform().name("proof-warmup").daemon(true).priority(Thread.MIN_PRIORITY).unstarted(this::work);
    private volatile boolean closed;

    private final Progress progress = new Progress() {
        @Override
        public void advanced(long done, long total) {
            // Nobody waits for it.
        }

        @Override
        public boolean cancelled() {
            return closed;
        }
    };

    private Warmup() {
    }

    /** Begins in the background; without vectors there is nothing to do. */
    public static Warmup start() {
        Warmup warmup = new Warmup();
        warmup.thread.start();
        return warmup;
    }

    private void work() {
        if (!VectorWidth.chosen().isVector()) {
            return;
        }
        try {
            long begun = System.nanoTime();
            rounds(new Rehearsal(LOG2, Workers.CALLER));
            LOG.info(String.format(Locale.ROOT, "Proof kernels are compiled: %.1f s in the background, of which %.1f s of this thread's CPU",
                    (System.nanoTime() - begun) / 1e9, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9));
        } catch (CancellationException e) {
            LOG.info("Proof kernels are not compiled ahead: stopped before");
        } catch (RuntimeException e) {
            LOG.warn("Proof kernels could not be tried; expect proofs to fail too", e);
        }
    }

    private void rounds(Rehearsal rehearsal) {
        for (int round = 0; round < ROUNDS; round++) {
            progress.checkCancelled();
            rehearsal.quotient(progress);
            rehearsal.sumG1(progress);
            rehearsal.sumG2(progress);
        }
    }

    /** Waits for its end; answers whether it came in time. */
    boolean ends(Duration within) throws InterruptedException {
        return thread.join(within);
    }

    /** Asks it to end, and does not wait: it holds nothing that others need. */
    @Override
    public void close() {
        closed = true;
    }
}
