package io.cairn.proofs;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** A pool of threads of its own for the parts of one computation. */
public final class Workers implements AutoCloseable {

    private static final long LONGEST_HOURS = 24;

    private final ForkJoinPool pool;

    private Workers(ForkJoinPool pool) {
        this.pool = pool;
    }

    /** A pool of that many threads, which end when it is closed. */
    public static Workers of(int threads) {
        return new Workers(new ForkJoinPool(threads));
    }

    /** Number of threads. */
    public int threads() {
        return pool.getParallelism();
    }

    /** Runs the task for 0 to count - 1 and waits for all; the first failure is thrown on. */
    public void forEach(int count, IntConsumer task) {
        ForkJoinTask<?> all = pool.submit(() -> IntStream.range(0, count).parallel().forEach(task));
        try {
            all.get(LONGEST_HOURS, TimeUnit.HOURS);
        } catch (InterruptedException interrupted) {
            all.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for workers", interrupted);
        } catch (TimeoutException late) {
            all.cancel(true);
            throw new IllegalStateException("workers have not finished within " + LONGEST_HOURS + " hours", late);
        } catch (ExecutionException failed) {
            throw unwrapped(failed);
        }
    }

    private static RuntimeException unwrapped(ExecutionException failed) {
        Throwable cause = failed.getCause();
        while (cause.getCause() != null && cause.getCause().getClass() == cause.getClass()) {
            cause = cause.getCause();
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
