package io.cairn.proofs.dispatch;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/** Tasks of a computation whose results it needs later; those that nobody began when they are needed are run by who needs them. */
final class TasksAhead extends Help {

    /** More are forgotten, the oldest first: those are needed soonest and probably done. */
    private static final int MOST = 256;

    private final ConcurrentLinkedDeque<FutureTask<?>> tasks = new ConcurrentLinkedDeque<>();
    private final AtomicInteger count = new AtomicInteger();

    TasksAhead(Cores cores, Computation computation) {
        super(cores, computation);
    }

    void add(FutureTask<?> task) {
        tasks.add(task);
        if (count.incrementAndGet() > MOST && tasks.poll() != null) {
            count.decrementAndGet();
        }
    }

    void clear() {
        while (tasks.poll() != null) {
            count.decrementAndGet();
        }
    }

    @Override
    void work(ProofThread helper) {
        while (!cores.goesBefore(computation) && helper.goesOn()) {
            FutureTask<?> task = tasks.poll();
            if (task == null) {
                return;
            }
            count.decrementAndGet();
            task.run();
        }
    }

    @Override
    long room() {
        return count.get();
    }
}
