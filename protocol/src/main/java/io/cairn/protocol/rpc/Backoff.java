package io.cairn.protocol.rpc;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Delays between attempts to connect: 100 ms growing by half each time up to 5 s, with up to 100 ms of jitter.
 *
 * <p>Source: go-jsonrpc: client.go, options.go.
 */
final class Backoff {

    private static final double FIRST_MILLIS = 100;
    private static final double GROWTH = 1.5;
    private static final double JITTER_MILLIS = 100;
    private static final double MOST_MILLIS = 5000;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** The delay before attempt number {@code attempt}, counted from 0. */
    Duration delay(int attempt) {
        double millis = FIRST_MILLIS * Math.pow(GROWTH, attempt) + random.nextDouble() * JITTER_MILLIS;
        return Duration.ofMillis((long) Math.min(millis, MOST_MILLIS));
    }
}
