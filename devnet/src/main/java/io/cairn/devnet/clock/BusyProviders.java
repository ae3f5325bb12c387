package io.cairn.devnet.clock;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The providers that said they have work that takes real time. Each word counts for a minute of real time, so that one that is gone does
 * not hold the clock for ever; whoever is busy for longer says it again.
 */
final class BusyProviders {

    /** How long a provider's word counts. */
    static final Duration LASTS = Duration.ofMinutes(1);

    private final LongSupplier nanoTime;
    private final Map<String, Long> saidAt = new ConcurrentHashMap<>();

    /** Nobody is busy yet; {@code nanoTime} is the real time. */
    BusyProviders(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A provider's word about itself alone; the newest counts. */
    void say(String provider, boolean isBusy) {
        if (isBusy) {
            saidAt.put(provider, nanoTime.getAsLong());
        } else {
            saidAt.remove(provider);
        }
    }

    /** Whether the word of at least one busy provider counts now. */
    boolean any() {
        long now = nanoTime.getAsLong();
        saidAt.values().removeIf(said -> now - said >= LASTS.toNanos());
        return !saidAt.isEmpty();
    }
}
