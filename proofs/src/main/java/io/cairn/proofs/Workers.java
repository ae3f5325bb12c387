package io.cairn.proofs;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/**
 * Threads lent to a computation: an executor and how many ranges of it may be worked on at a time.
 *
 * <p>The calling thread always works too, so a computation ends even on an executor that never finds a free thread.
 *
 * @param executor where the helpers run
 * @param parallelism how many threads work at once, the caller included; at least 1
 */
public record Workers(Executor executor, int parallelism) {

    /** Everything runs in the calling thread. */
    public static final Workers CALLER = new Workers(Runnable::run, 1);

    private static final long PATIENCE_MINUTES = 30;

    public Workers {
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism: " + parallelism + ", expected at least 1");
        }
    }

    /** One piece of work, from {@code from} (inclusive) to {@code to} (exclusive). */
    @FunctionalInterface
    public interface RangeTask {
        void run(long from, long to);
    }

    /**
     * Cuts {@code [0, total)} into ranges of at most {@code grain} units and runs the task once for each, in any order.
     *
     * @param progress hears of finished units and may cancel between ranges
     * @throws CancellationException if the progress or an interrupt of the caller cancelled the work
     */
    public void forEachRange(long total, long grain, Progress progress, RangeTask task) {
        if (grain < 1) {
            throw new IllegalArgumentException("grain: " + grain + ", expected at least 1");
        }
        Run run = new Run(total, grain, progress, task);
        long ranges = (total + grain - 1) / grain;
        for (int helper = 1; helper < Math.min(parallelism, ranges); helper++) {
            executor.execute(run);
        }
        run.finish();
    }

    /** Runs the task once for each number from 0 to {@code count} - 1, in any order. */
    public void forEach(int count, IntConsumer task) {
        forEach(count, Progress.NONE, task);
    }

    /** The same; progress hears of finished numbers and may cancel between them. */
    public void forEach(int count, Progress progress, IntConsumer task) {
        forEachRange(count, 1, progress, (from, to) -> task.accept((int) from));
    }

    private static final class Run implements Runnable {
        private final long total;
        private final long grain;
        private final Progress progress;
        private final RangeTask task;
        private final AtomicLong next = new AtomicLong();
        private final AtomicLong done = new AtomicLong();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private final Phaser busy = new Phaser(1);

        Run(long total, long grain, Progress progress, RangeTask task) {
            this.total = total;
            this.grain = grain;
            this.progress = progress;
            this.task = task;
        }

        @Override
        public void run() {
            if (busy.register() < 0) {
                return; // All ranges were finished before this helper got a thread.
            }
            try {
                work();
            } finally {
                busy.arriveAndDeregister();
            }
        }

        private void work() {
            try {
                while (failure.get() == null) {
                    long from = next.getAndAdd(grain);
                    if (from >= total) {
                        return;
                    }
                    progress.checkCancelled();
                    long to = Math.min(total, from + grain);
                    task.run(from, to);
                    progress.advanced(done.addAndGet(to - from), total);
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
        }

        void finish() {
            work();
            awaitHelpers();
            switch (failure.get()) {
                case null -> { }
                case Error e -> throw e;
                case RuntimeException e -> throw e;
                case Throwable e -> throw new IllegalStateException(e);
            }
        }

        private void awaitHelpers() {
            int phase = busy.arriveAndDeregister();
            try {
                busy.awaitAdvanceInterruptibly(phase, PATIENCE_MINUTES, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failure.compareAndSet(null, new CancellationException("interrupted"));
                busy.awaitAdvance(phase); // Helpers stop at their next range; they must not outlive the memory they use.
            } catch (TimeoutException e) {
                throw new IllegalStateException("helpers did not finish within " + PATIENCE_MINUTES + " minutes", e);
            }
        }
    }
}
