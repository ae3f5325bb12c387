package io.cairn.proofs.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Loops within loops, of several computations that overtake each other: all end, with the same results as alone. */
final class NestedComputationsTest {

    private static final long PATIENCE_SECONDS = 30;

    @Property(tries = 60)
    void allEndWithTheSameResultsAsAlone(@ForAll @IntRange(min = 1, max = 4) int cores,
                                         @ForAll @Size(min = 1, max = 6) List<Priority> priorities,
                                         @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 1, max = 9) Integer> widths) throws Exception {
        try (ProofDispatcher dispatcher = new ProofDispatcher(cores)) {
            long alone = sum(Workers.CALLER, widths);
            List<CompletableFuture<Long>> results = new ArrayList<>();
            for (Priority priority : priorities) {
                results.add(dispatcher.submit(priority, Progress.NONE, () -> sum(dispatcher.workers(), widths)));
            }
            for (CompletableFuture<Long> result : results) {
                assertEquals(alone, result.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            assertEquals(0, dispatcher.load().lanes().stream().mapToInt(lane -> lane.running() + lane.halted() + lane.queued()).sum());
        }
    }

    private static long sum(Workers workers, List<Integer> widths) {
        if (widths.isEmpty()) {
            Progress.NONE.checkCancelled();
            return 1;
        }
        AtomicLong sum = new AtomicLong();
        workers.forEach(widths.getFirst(), k -> sum.addAndGet((k + 1) * sum(workers, widths.subList(1, widths.size()))));
        return sum.get();
    }
}
