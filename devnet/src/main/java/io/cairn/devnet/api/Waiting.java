package io.cairn.devnet.api;

import io.cairn.devnet.chain.Chain;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Answers that come when the chain is ready for them. Whoever waits may cancel; then nothing is left behind. */
final class Waiting {

    private static final long LOOK_MILLIS = 200;

    private Waiting() {
    }

    /** The first value that {@code ready} gives, asked now and then five times a second; failing when it throws. */
    static <T> CompletableFuture<T> until(Chain chain, Supplier<Optional<T>> ready) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        look(chain, ready, answer);
        return answer;
    }

    private static <T> void look(Chain chain, Supplier<Optional<T>> ready, CompletableFuture<T> answer) {
        if (answer.isDone()) {
            return;
        }
        try {
            Optional<T> value = ready.get();
            if (value.isPresent()) {
                answer.complete(value.get());
            } else {
                CompletableFuture.delayedExecutor(LOOK_MILLIS, TimeUnit.MILLISECONDS).execute(() -> look(chain, ready, answer));
            }
        } catch (RuntimeException failure) {
            answer.completeExceptionally(failure);
        }
    }
}
