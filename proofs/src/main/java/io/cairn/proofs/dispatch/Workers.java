package io.cairn.proofs.dispatch;

import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import java.util.function.IntConsumer;

/**
 * Threads lent to a computation, which work on ranges of its loops. The calling thread always works too, so a loop ends even if no other
 * thread is free. {@link io.cairn.proofs.dispatch.ProofDispatcher#workers()} are those of a process.
 */
public interface Workers {

    /** Everything runs in the calling thread. */
    Workers CALLER = new Workers() {

        @Override
        public int parallelism() {
            return 1;
        }

        @Override
        public void forEachRange(long total, long grain, Progress progress, RangeTask task) {
            requireGrain(grain);
            for (long from = 0; from < total; from += grain) {
                progress.checkCancelled();
                long to = Math.min(total, from + grain);
                task.run(from, to);
                progress.advanced(to, total);
            }
        }

        @Override
        public void ahead(FutureTask<?> task) {
            // There is nobody to run it before it is needed.
        }
    };

    /** How many threads work at once, the caller included; at least 1. */
    int parallelism();

    /** One piece of work, from {@code from} (inclusive) to {@code to} (exclusive). */
    @FunctionalInterface
    interface RangeTask {
        void run(long from, long to);
    }

    /**
     * Cuts {@code [0, total)} into ranges of at most {@code grain} units and runs the task once for each, in any order. Between ranges the
     * computation may be halted or cancelled, so a range should take some milliseconds. When this returns or throws, no range runs any more.
     *
     * @param progress hears of finished units and may cancel between ranges
     * @throws CancellationException if the progress cancelled the work
     */
    void forEachRange(long total, long grain, Progress progress, RangeTask task);

    /** Runs the task once for each number from 0 to {@code count} - 1, in any order. */
    default void forEach(int count, IntConsumer task) {
        forEach(count, Progress.NONE, task);
    }

    /** The same; progress hears of finished numbers and may cancel between them. */
    default void forEach(int count, Progress progress, IntConsumer task) {
        forEachRange(count, 1, progress, (from, to) -> task.accept((int) from));
    }

    /**
     * Offers a task of the calling computation to other threads. It may never be run, so who needs its result calls {@link FutureTask#run()},
     * which does nothing if another thread has begun it, before {@link FutureTask#get()}.
     */
    void ahead(FutureTask<?> task);

    /** Throws {@link IllegalArgumentException} unless a loop with ranges of so many units ends. */
    static void requireGrain(long grain) {
        if (grain < 1) {
            throw new IllegalArgumentException("grain: " + grain + ", expected at least 1");
        }
    }
}
