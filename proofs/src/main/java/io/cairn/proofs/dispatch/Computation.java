package io.cairn.proofs.dispatch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Something to compute, from its submission to its end. What it lists is guarded by the lock of its {@link Cores}. */
final class Computation {

    private static final int NUMBER_BITS = 48;

    private final Priority priority;
    private final long rank;
    private final Progress progress;
    private final Supplier<Runnable> body;
    private final CompletableFuture<?> result;

    /** Threads of it that are in the middle of something and wait for a core. */
    final Deque<ProofThread> halted = new ArrayDeque<>();
    /** What other threads may help with, the innermost last. */
    final List<Help> open = new ArrayList<>();
    /** Threads of it that have a core. */
    int cores;

    private Computation(Priority priority, long number, Progress progress, Supplier<Runnable> body, CompletableFuture<?> result) {
        this.priority = priority;
        this.rank = (long) priority.ordinal() << NUMBER_BITS | number;
        this.progress = progress;
        this.body = body;
        this.result = result;
    }

    /** A computation that completes a future with its result or failure. */
    static <T> Computation of(Priority priority, long number, Progress progress, Callable<T> body, CompletableFuture<T> result) {
        return new Computation(priority, number, progress, () -> {
            try {
                T value = body.call();
                return () -> result.complete(value);
            } catch (Throwable failure) {
                return () -> result.completeExceptionally(failure);
            }
        }, result);
    }

    Priority priority() {
        return priority;
    }

    /** The lower, the sooner it gets a core: by priority, then in the order of submission. */
    long rank() {
        return rank;
    }

    boolean cancelled() {
        return progress.cancelled();
    }

    /** Computes; what comes back tells those who wait for the result. */
    Runnable run() {
        return body.get();
    }

    /** Ends it before it began. */
    void drop(String why) {
        result.completeExceptionally(new CancellationException(why));
    }
}
