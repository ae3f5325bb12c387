package io.cairn.protocol.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ProvingScheduleTest {

    private final ProvingSchedule schedule = ProvingSchedule.NETWORK;

    @Property
    void theCurrentDeadlineIsOpen(
            @ForAll @LongRange(min = -10_000, max = 10_000) long offset, @ForAll @LongRange(min = -10_000, max = 10_000_000) long epoch) {
        DeadlineInfo deadline = schedule.deadlineAt(offset, epoch);
        assertTrue(deadline.isOpen());
        assertEquals(0, Math.floorMod(deadline.periodStart() - offset, schedule.period()));
        DeadlineInfo next = deadline.next();
        assertEquals(deadline.close(), next.open());
        assertEquals(epoch, next.currentEpoch());
        assertFalse(deadline.seenFrom(epoch + 5000).nextNotElapsed().hasElapsed());
    }

    @Test
    void theLastDeadlineIsFollowedByTheFirstOfTheNextPeriod() {
        DeadlineInfo last = schedule.deadline(860664, 47, 863000);
        assertEquals(863484, last.open());
        assertEquals(863544, last.close());
        assertEquals(0, last.next().index());
        assertEquals(863544, last.next().periodStart());
        assertEquals(863524, last.next().challenge());
    }

    @Test
    void theOpenDeadlineAndTheNextCannotBeChanged() {
        long opens = 860664 + 4 * 60;
        assertFalse(schedule.isMutable(860664, 4, opens));
        assertFalse(schedule.isMutable(860664, 4, opens - 60));
        assertTrue(schedule.isMutable(860664, 4, opens - 61));
    }
}
