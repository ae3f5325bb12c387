package io.cairn.node.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for what node and entities answer, on a thread that costs nothing while it waits. */
final class Answers {

    private static final long PATIENCE_SECONDS = 20;

    private Answers() {}

    /** Makes a report on a thread of its own; failures arrive as they were thrown. */
    static CompletionStage<JsonNode> report(Supplier<JsonNode> report) {
        CompletableFuture<JsonNode> result = new CompletableFuture<>();
        Thread.ofVirtual().name("report").start(() -> {
            try {
                result.complete(report.get());
            } catch (CompletionException e) {
                result.completeExceptionally(e.getCause() == null ? e : e.getCause());
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    /** The answer, waited for at most 20 seconds. */
    static <T> T of(CompletionStage<T> asked) {
        return asked.toCompletableFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
}
