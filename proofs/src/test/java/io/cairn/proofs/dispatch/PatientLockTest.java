package io.cairn.proofs.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class PatientLockTest {

    private final PatientLock lock = new PatientLock();

    @Test
    void whoHoldsItGoesOnThoughSomebodyOfHigherPriorityWaits() throws Exception {
        try (ProofDispatcher dispatcher = new ProofDispatcher(1)) {
            AtomicReference<CompletableFuture<String>> window = new AtomicReference<>();
            String labels = dispatcher.compute(Priority.LABELS, Progress.NONE, () -> lock.hold(() -> {
                window.set(dispatcher.submit(Priority.WINDOW, Progress.NONE, () -> lock.hold(() -> "proved")));
                Progress.NONE.checkCancelled();
                return "labelled";
            }));
            assertEquals("labelled", labels);
            assertEquals("proved", window.get().get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void failuresLeaveItFree() {
        assertThrows(IOException.class, () -> lock.hold(() -> {
            throw new IOException("no such file");
        }));
        assertEquals("free", CompletableFuture.supplyAsync(() -> lock.hold(() -> "free")).orTimeout(20, TimeUnit.SECONDS).join());
    }
}
