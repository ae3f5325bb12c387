package io.cairn.node.bench;

import io.cairn.proofs.dispatch.Progress;
import java.io.IOException;
import java.time.Duration;

/** Times kernels one after the other, each for its share of a time. */
final class Trial {

    private final long nanosEach;
    private final int kernels;
    private final Progress progress;
    private int finished;

    /**
     * @param budget time for all kernels together; it is exceeded where one run of a kernel takes longer than its share
     * @param progress hears of milliseconds, and may cancel between runs
     */
    Trial(Duration budget, int kernels, Progress progress) {
        this.nanosEach = Math.max(1, budget.toNanos() / kernels);
        this.kernels = kernels;
        this.progress = progress;
    }

    /** One run of a kernel. */
    @FunctionalInterface
    interface Run {
        void run() throws IOException;
    }

    /** Seconds that the fastest run takes: slower ones were being compiled, or shared the machine. */
    double seconds(Run kernel) throws IOException {
        long begun = System.nanoTime();
        long fastest = Long.MAX_VALUE;
        long now;
        do {
            progress.checkCancelled();
            long before = System.nanoTime();
            kernel.run();
            now = System.nanoTime();
            fastest = Math.min(fastest, now - before);
            tell(now - begun);
        } while (now - begun < nanosEach);
        finished++;
        tell(0);
        return fastest / 1e9;
    }

    private void tell(long nanosOfThis) {
        progress.advanced((finished * nanosEach + Math.min(nanosOfThis, nanosEach)) / 1_000_000, kernels * nanosEach / 1_000_000);
    }
}
