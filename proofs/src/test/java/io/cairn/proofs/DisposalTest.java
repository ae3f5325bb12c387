package io.cairn.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DisposalTest {

    private static final long MUCH = 32L << 30;

    private static Thread threadFor(long bytes) throws Exception {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        Disposal.run(bytes, () -> thread.complete(Thread.currentThread()));
        return thread.get(20, TimeUnit.SECONDS);
    }

    @Test
    void onlyWhatIsLargeIsTakenDownInTheBackground() throws Exception {
        assertEquals(Thread.currentThread(), threadFor(4096));
        assertNotEquals(Thread.currentThread(), threadFor(MUCH));
    }

    @Test
    @Timeout(20)
    void whoWantsRoomWaitsForWhatIsBeingTakenDown() {
        AtomicBoolean gone = new AtomicBoolean();
        Disposal.run(MUCH, () -> {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            gone.set(true);
        });
        Disposal.settle();
        assertTrue(gone.get());
    }

    @Test
    void aFailureInTheBackgroundKeepsNothingFromBeingTakenDown() throws Exception {
        Runnable failing = () -> {
            throw new IllegalStateException("in use");
        };
        assertThrows(IllegalStateException.class, () -> Disposal.run(4096, failing));
        Disposal.run(MUCH, failing);
        assertNotEquals(Thread.currentThread(), threadFor(MUCH));
    }
}
