package io.cairn.actors;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits of virtual threads for answers: every one has an end. */
public final class Waits {
    private Waits() {
    }

    /**
     * Waits for an answer.
     *
     * @throws CancellationException if the waiting thread is interrupted
     * @throws IllegalStateException if there is no answer in time, or a failure instead of one
     */
    public static <T> T await(String what, CompletionStage<T> answer, Duration limit) {
        try {
            return answer.toCompletableFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException(what + ": stopped while waiting");
        } catch (TimeoutException e) {
            throw new IllegalStateException(what + ": no answer within " + limit, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(what + ": " + e.getCause(), e.getCause());
        }
    }

    /** All answers in their order, once the last one is there; fails if one fails. */
    public static <T> CompletionStage<List<T>> all(List<? extends CompletionStage<T>> answers) {
        List<CompletableFuture<T>> futures = answers.stream().map(CompletionStage::toCompletableFuture).toList();
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
                .thenApply(done -> futures.stream().map(CompletableFuture::join).toList());
    }
}
