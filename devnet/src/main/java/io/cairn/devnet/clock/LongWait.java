package io.cairn.devnet.clock;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Notices, once each time, that the clock has waited for a minute: proofs of windows take seconds. For one thread at a time. */
final class LongWait {

    static final long LONG_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanos;
    private boolean waiting;
    private boolean noticed;
    private long since;

    /** Over a clock of nanoseconds that only goes forward. */
    LongWait(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** It waits, or does not; answers whether it has now waited for a minute. */
    boolean becomesLong(boolean waits) {
        if (waits && !waiting) {
            since = nanos.getAsLong();
            noticed = false;
        }
        waiting = waits;
        if (!waits || noticed || nanos.getAsLong() - since < LONG_NANOS) {
            return false;
        }
        noticed = true;
        return true;
    }
}
