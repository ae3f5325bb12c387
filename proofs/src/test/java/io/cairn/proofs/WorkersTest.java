package io.cairn.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class WorkersTest {

    @Test
    void everyUnitIsDoneOnce() {
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            AtomicLong sum = new AtomicLong();
            new Workers(threads, 4).forEachRange(10_001, 7, Progress.NONE, (from, to) -> {
                for (long i = from; i < to; i++) {
                    sum.addAndGet(i);
                }
            });
            assertEquals(10_001L * 10_000 / 2, sum.get());
        }
    }

    @Test
    void anExecutorWithoutAFreeThreadDoesNotHoldTheWorkUp() {
        AtomicLong units = new AtomicLong();
        new Workers(task -> { }, 4).forEachRange(100, 1, Progress.NONE, (from, to) -> units.addAndGet(to - from));
        assertEquals(100, units.get());
    }

    @Test
    void aFailureOfAnyRangeIsTheCallers() {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Workers workers = new Workers(threads, 3);
            assertThrows(IllegalStateException.class, () -> workers.forEachRange(1000, 1, Progress.NONE, (from, to) -> {
                if (from == 500) {
                    throw new IllegalStateException("range 500");
                }
            }));
        }
    }

    @Test
    void cancellingEndsTheWork() {
        Progress cancelled = new Progress() {
            @Override
            public void advanced(long done, long total) {
                throw new AssertionError("nothing was to be done");
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class,
                () -> Workers.CALLER.forEachRange(10, 1, cancelled, (from, to) -> { }));
    }

    @Test
    void partsReportInUnitsOfTheWhole() {
        long[] last = new long[2];
        Progress whole = new Progress() {
            @Override
            public void advanced(long done, long total) {
                last[0] = done;
                last[1] = total;
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        whole.part(100, 8, 1000).advanced(5, 10);
        assertEquals(140, last[0]);
        assertEquals(1000, last[1]);
    }
}
