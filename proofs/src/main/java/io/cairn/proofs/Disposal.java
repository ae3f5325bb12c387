package io.cairn.proofs;

import io.cairn.proofs.dispatch.ProofDispatcher;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes down mappings of files. That takes the system up to a second for each 32 GiB, for which neither a computation that was cancelled nor one that
 * goes first should wait: so large ones are taken down on a thread of its own. Files may be deleted meanwhile; their room on the disk is free when their
 * mapping is gone.
 */
public final class Disposal {

    private static final Logger LOG = LoggerFactory.getLogger(Disposal.class);
    private static final long LARGE = 1L << 30;
    private static final long IDLE_SECONDS = 10;
    private static final long PATIENCE_SECONDS = 60;
    private static final ThreadPoolExecutor THREAD = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
            work -> Thread.ofPlatform().name("cairn-disposal").daemon(true).unstarted(work));

    static {
        THREAD.allowCoreThreadTimeOut(true);
    }

    private Disposal() {
    }

    /** Runs at once what takes down few bytes, and in the background what takes down many. */
    public static void run(long bytes, Runnable disposal) {
        if (bytes < LARGE) {
            disposal.run();
        } else {
            THREAD.execute(() -> {
                try {
                    disposal.run();
                } catch (RuntimeException failed) {
                    LOG.error("a mapping of {} bytes stays until the process ends", bytes, failed);
                }
            });
        }
    }

    /** Waits until what was begun before has ended, a minute at most; meanwhile others have the calling computation's core. */
    static void settle() {
        Future<?> end = THREAD.submit(() -> { });
        ProofDispatcher.whileWaiting(() -> {
            try {
                end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (TimeoutException slow) {
                LOG.warn("mappings of large files are still being taken down after {} seconds", PATIENCE_SECONDS);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
