package io.cairn.devnet.clock;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BusyProvidersTest {

    private final AtomicLong now = new AtomicLong();
    private final BusyProviders busy = new BusyProviders(now::get);

    @Test
    void eachProviderSpeaksForItself() {
        busy.say("one", true);
        busy.say("other", true);
        busy.say("other", false);
        assertTrue(busy.any());
        busy.say("one", false);
        assertFalse(busy.any());
        busy.say("one", false);
        assertFalse(busy.any());
    }

    @Test
    void theWordOfOneThatIsGoneEndsAfterAMinuteAndLastsWhenRenewed() {
        busy.say("gone", true);
        busy.say("here", true);
        now.addAndGet(BusyProviders.LASTS.toNanos() - 1);
        busy.say("here", true);
        assertTrue(busy.any());
        now.addAndGet(BusyProviders.LASTS.toNanos() - 1);
        assertTrue(busy.any());
        now.incrementAndGet();
        assertFalse(busy.any());
    }
}
