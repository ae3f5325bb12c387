package io.cairn.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.proofs.dispatch.Progress;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {

    private static final long MIB = 1 << 20;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final MemoryBudget budget = new MemoryBudget(100 * MIB);

    @Test
    void whatDoesNotFitIsRefusedWithAllNumbers() {
        try (MemoryReservation _ = budget.reserve(70 * MIB, "window proof")) {
            MemoryBudgetException refused = assertThrows(MemoryBudgetException.class, () -> budget.reserve(31 * MIB, "replication proof"));
            assertEquals("replication proof: needs 31.0 MiB of memory outside the heap, 30.0 of 100.0 MiB are free;"
                    + " it can be tried again when the proofs that hold the rest have ended", refused.getMessage());
            assertEquals(70 * MIB, budget.inUse());
        }
        assertEquals(0, budget.inUse());
    }

    @Test
    void whatNeverFitsIsRefusedAtOnce() {
        MemoryBudgetException refused = assertThrows(MemoryBudgetException.class,
                () -> budget.reserve(101 * MIB, "replication proof", Duration.ofDays(1), Progress.NONE));
        assertTrue(refused.getMessage().contains("raise cairn.proving.memory"), refused.getMessage());
    }

    @Test
    void aReservationWaitsForOthersToEnd() throws Exception {
        MemoryReservation first = budget.reserve(60 * MIB, "window proof");
        CompletableFuture<Long> second = CompletableFuture.supplyAsync(() -> {
            try (MemoryReservation held = budget.reserve(50 * MIB, "replication proof", LONG, Progress.NONE)) {
                return held.bytes();
            }
        });
        assertFalse(second.isDone());
        first.shrink(50 * MIB);
        assertEquals(50 * MIB, second.get(LONG.toSeconds(), TimeUnit.SECONDS));
        first.close();
        assertEquals(0, budget.inUse());
    }

    @Test
    void aWaitEndsByTimeOrCancellation() {
        Progress cancelled = new Progress() {
            @Override
            public void advanced(long done, long total) {
                throw new AssertionError("a wait does not advance");
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        try (MemoryReservation _ = budget.reserve(60 * MIB, "window proof")) {
            assertThrows(MemoryBudgetException.class, () -> budget.reserve(50 * MIB, "other", Duration.ofMillis(1), Progress.NONE));
            assertThrows(CancellationException.class, () -> budget.reserve(50 * MIB, "other", LONG, cancelled));
        }
        assertEquals(0, budget.inUse());
    }

    @Test
    void memoryEndsWithItsReservation() {
        MemoryReservation held = budget.reserve(MIB, "proof");
        Arena arena = held.arena();
        MemorySegment whole = arena.allocate(MIB - 64);
        assertThrows(IllegalStateException.class, () -> held.arena().allocate(65));
        assertThrows(IllegalArgumentException.class, () -> held.shrink(64));
        arena.close();
        assertFalse(whole.scope().isAlive());
        MemorySegment again = held.arena().allocate(MIB);
        assertEquals(MIB, held.most());
        held.close();
        held.close();
        assertFalse(again.scope().isAlive());
        assertEquals(0, budget.inUse());
    }

    @Test
    void theMachinesBudgetLeavesRoomForTheHeap() {
        MemoryBudget machine = MemoryBudget.ofMachine();
        assertTrue(machine.limit() > 0 && machine.limit() < MemoryBudget.physicalBytes());
        assertThrows(IllegalArgumentException.class, () -> new MemoryBudget(0));
    }
}
