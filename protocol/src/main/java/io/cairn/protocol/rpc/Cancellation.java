package io.cairn.protocol.rpc;

import java.util.concurrent.CompletableFuture;

/** Futures that are derived from others do not cancel them by themselves. */
final class Cancellation {

    private Cancellation() {
    }

    /** The derived future, whose cancelling now cancels its source. */
    static <T> CompletableFuture<T> passedOn(CompletableFuture<?> source, CompletableFuture<T> derived) {
        derived.whenComplete((result, failure) -> {
            if (derived.isCancelled()) {
                source.cancel(true);
            }
        });
        return derived;
    }
}
