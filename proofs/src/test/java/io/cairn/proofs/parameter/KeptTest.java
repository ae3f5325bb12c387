package io.cairn.proofs.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KeptTest {

    private final Kept<String, String> kept = new Kept<>();

    @Test
    void whileOneIsMadeOthersAreThereForWhatGoesFirst() throws Exception {
        try (ProofDispatcher dispatcher = new ProofDispatcher(1)) {
            AtomicReference<String> window = new AtomicReference<>();
            String made = dispatcher.compute(Priority.REPLICATION, Progress.NONE, () -> kept.get("replication", () -> {
                CompletableFuture<String> first = dispatcher.submit(Priority.WINDOW, Progress.NONE, () -> kept.get("window", () -> "key of windows"));
                ProofDispatcher.giveWay();
                window.set(first.getNow("still waits"));
                return "key of replication";
            }));
            assertEquals("key of replication", made);
            assertEquals("key of windows", window.get());
        }
    }

    @Test
    void whoNeedsTheSameWaitsAndDoesNotMakeItAgain() throws Exception {
        AtomicInteger makings = new AtomicInteger();
        try (ProofDispatcher dispatcher = new ProofDispatcher(1)) {
            AtomicReference<CompletableFuture<String>> window = new AtomicReference<>();
            dispatcher.compute(Priority.REPLICATION, Progress.NONE, () -> kept.get("key", () -> {
                window.set(dispatcher.submit(Priority.WINDOW, Progress.NONE, () -> kept.get("key", () -> "made by the window " + makings.incrementAndGet())));
                ProofDispatcher.giveWay();
                return "made once " + makings.incrementAndGet();
            }));
            assertEquals("made once 1", window.get().get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void whatFailedIsTriedAgain() throws IOException {
        assertThrows(IOException.class, () -> kept.get("key", () -> {
            throw new IOException("no such file");
        }));
        assertEquals("there", kept.get("key", () -> "there"));
        assertEquals("there", kept.get("key", () -> "made again"));
    }

    @Test
    void clearingEndsWhatIsThere() throws IOException {
        kept.get("a", () -> "A");
        kept.get("b", () -> "B");
        List<String> ended = new ArrayList<>();
        kept.clear(ended::add);
        assertEquals(List.of("A", "B"), ended.stream().sorted().toList());
        assertEquals("new", kept.get("a", () -> "new"));
    }
}
