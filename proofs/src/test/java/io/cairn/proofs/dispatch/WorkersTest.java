package io.cairn.proofs.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

final class WorkersTest {

    @Test
    void theCallerDoesEveryUnitOnceAndInOrder() {
        List<Long> units = new ArrayList<>();
        Workers.CALLER.forEachRange(101, 7, Progress.NONE, (from, to) -> {
            for (long unit = from; unit < to; unit++) {
                units.add(unit);
            }
        });
        assertEquals(101, units.size());
        assertEquals(units.stream().sorted().toList(), units);
    }

    @Test
    void rangesWithoutUnitsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Workers.CALLER.forEachRange(10, 0, Progress.NONE, (from, to) -> { }));
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
