package io.cairn.devnet.clock;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LongWaitTest {

    private long now = 7;
    private final LongWait wait = new LongWait(() -> now);

    @Test
    void aMinuteIsNoticedOnce() {
        assertFalse(wait.becomesLong(true));
        now += LongWait.LONG_NANOS - 1;
        assertFalse(wait.becomesLong(true));
        now += 1;
        assertTrue(wait.becomesLong(true));
        now += LongWait.LONG_NANOS;
        assertFalse(wait.becomesLong(true));
    }

    @Test
    void everyWaitCountsFromItsOwnBeginning() {
        wait.becomesLong(true);
        now += LongWait.LONG_NANOS;
        assertFalse(wait.becomesLong(false));
        assertFalse(wait.becomesLong(true));
        now += LongWait.LONG_NANOS;
        assertTrue(wait.becomesLong(true));
    }
}
