package io.cairn.persistence.miner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cairn.persistence.deadline.Window;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Deadline arithmetic against worked values (go-state-types: dline/deadline.go). */
class ProvingCalendarTest {
    private final ProvingCalendar calendar = new ProvingCalendar(860664, 48, 60, 20, 70);

    @Test
    void fourthWindowOfAPeriod() {
        assertEquals(new Window(860664, 4, 860904, 860964, 860884, 860834), calendar.openAt(860910));
    }

    @Test
    void thePeriodOfAYoungChainStartsBelowZero() {
        assertEquals(-2222, new ProvingCalendar(658, 48, 60, 20, 70).openAt(99).periodStart());
    }

    @Property
    void theNextWindowOfADeadlineIsNeverOver(@ForAll @IntRange(max = 47) int deadline,
                                            @ForAll @LongRange(min = 0, max = 10_000_000) long epoch) {
        Window window = calendar.notElapsed(deadline, epoch);
        assertEquals(deadline, window.index());
        assertEquals(true, epoch < window.close() && window.close() - epoch <= calendar.period());
    }
}
