package io.cairn.node.bench;

import io.cairn.proofs.Progress;
import java.io.IOException;
import java.time.Duration;

/** Times kernels one after the other, each for its share of a time: a third to get compiled, the rest counts. */
final class Trial {

    private static final int WARMING = 3;

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

    /** Seconds that a run takes, the mean of those that count; where the first run takes all the kernel's time, it alone counts. */
    double seconds(Run kernel) throws IOException {
        long begun = System.nanoTime();
        long counted = begun;
        long runs = repeat(kernel, begun, begun + nanosEach / WARMING);
        if (System.nanoTime() - begun < nanosEach) {
            counted = System.nanoTime();
            runs = repeat(kernel, begun, begun + nanosEach);
        }
        double seconds = (System.nanoTime() - counted) / 1e9 / runs;
        finished++;
        tell(0);
        return seconds;
    }

    private long repeat(Run kernel, long begun, long end) throws IOException {
        long runs = 0;
        do {
            progress.checkCancelled();
            kernel.run();
            runs++;
            tell(System.nanoTime() - begun);
        } while (System.nanoTime() < end);
        return runs;
    }

    private void tell(long nanosOfThis) {
        progress.advanced((finished * nanosEach + Math.min(nanosOfThis, nanosEach)) / 1_000_000, kernels * nanosEach / 1_000_000);
    }
}
