package io.cairn.proofs.dispatch;

import io.cairn.proofs.dispatch.Workers.RangeTask;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** A loop whose ranges are worked on by the thread that needs them and by any others that are free. */
final class Ranges extends Help {

    private final long total;
    private final long grain;
    private final Progress progress;
    private final RangeTask task;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    Ranges(Cores cores, Computation computation, long total, long grain, Progress progress, RangeTask task) {
        super(cores, computation);
        this.total = total;
        this.grain = grain;
        this.progress = progress;
        this.task = task;
    }

    /** Runs all ranges, with what help comes, on a thread of the computation; throws what the first range that failed threw. */
    void run(ProofThread caller) {
        cores.open(this);
        while (goesOn()) {
            step(caller::giveWay);
        }
        cores.awaitHelpers(caller, this);
        switch (failure.get()) {
            case null -> { }
            case Error e -> throw e;
            case RuntimeException e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    @Override
    void work(ProofThread helper) {
        while (goesOn() && !cores.goesBefore(computation)) {
            step(helper::nextPart);
        }
    }

    private boolean goesOn() {
        return failure.get() == null && next.get() < total;
    }

    private void step(Runnable before) {
        try {
            before.run();
            if (progress.cancelled()) {
                throw new CancellationException("cancelled by the caller");
            }
            long from = next.getAndAdd(grain);
            if (from < total && failure.get() == null) {
                long to = Math.min(total, from + grain);
                task.run(from, to);
                progress.advanced(done.addAndGet(to - from), total);
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    /** One range for each thread, as long as any is left. */
    @Override
    long room() {
        return goesOn() ? (total - 1) / grain : 0;
    }
}
