package io.cairn.actors.work;

import io.cairn.proofs.dispatch.Load;
import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The long computations of this process: who runs one runs it through here, and who shows them lists them. It may be used
 * from any thread.
 *
 * <p>It holds a bounded number; what runs beyond that runs all the same and is not listed.
 */
public final class RunningWork {
    /** Most computations that are listed: far more than the dispatchers have threads. */
    private static final int MOST = 1000;

    private final ConcurrentMap<Long, Running> running = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final Clock clock;
    private final ProofDispatcher dispatcher;

    /** Nothing runs yet; computations go to that dispatcher. */
    public RunningWork(Clock clock, ProofDispatcher dispatcher) {
        this.clock = clock;
        this.dispatcher = dispatcher;
    }

    /**
     * Has something computed when it is its turn, and lists it from when it begins until it ends; the calling thread does not wait.
     *
     * @param owner told how far the computation is, and asked whether to go on, also while it waits
     * @param job   the computation; the progress given to it says that it is cancelled when its owner or {@link #cancel} says so
     */
    public <T> CompletableFuture<T> compute(Priority priority, Work work, Progress owner, Function<Progress, T> job) {
        return dispatcher.submit(priority, owner, () -> run(work, owner, job));
    }

    /** Has something computed when it is its turn that takes too little time to be listed. */
    public <T> CompletableFuture<T> compute(Priority priority, Supplier<T> job) {
        return compute(priority, Progress.NONE, job);
    }

    /**
     * Has something computed when it is its turn that lists what it does itself, through {@link #run}.
     *
     * @param owner asked whether to go on, also while it waits
     */
    public <T> CompletableFuture<T> compute(Priority priority, Progress owner, Supplier<T> job) {
        return dispatcher.submit(priority, owner, job::get);
    }

    /** What the cores of this process have to do. */
    public Load load() {
        return dispatcher.load();
    }

    /**
     * Does something long that computes little on the calling thread, such as copying files, and lists it until it returns or throws.
     *
     * @param owner told how far the computation is, and asked whether to go on
     * @param job   the computation; the progress given to it says that it is cancelled when its owner or {@link #cancel} says so
     */
    public <T> T run(Work work, Progress owner, Function<Progress, T> job) {
        long id = ids.incrementAndGet();
        Running task = new Running(work, owner, clock.instant());
        if (running.size() < MOST) {
            running.put(id, task);
        }
        try {
            return job.apply(task);
        } finally {
            running.remove(id);
        }
    }

    /** What runs now, the oldest first. */
    public List<RunningTask> list() {
        return running.entrySet().stream().map(entry -> entry.getValue().seen(entry.getKey()))
                .sorted(Comparator.comparingLong(RunningTask::id)).toList();
    }

    /**
     * Asks a computation to end as soon as it can. Its owner sees a cancelled computation as one that failed, and decides
     * whether to begin again.
     *
     * @return whether there is such a computation
     */
    public boolean cancel(long id) {
        Running task = running.get(id);
        if (task != null) {
            task.stop = true;
        }
        return task != null;
    }

    private static final class Running implements Progress {
        private final Work work;
        private final Progress owner;
        private final Instant startedAt;
        private volatile Way way = new Way(0, 0);
        private volatile boolean stop;

        private Running(Work work, Progress owner, Instant startedAt) {
            this.work = work;
            this.owner = owner;
            this.startedAt = startedAt;
        }

        private record Way(long done, long total) {
        }

        @Override
        public void advanced(long done, long total) {
            way = new Way(done, total);
            owner.advanced(done, total);
        }

        @Override
        public boolean cancelled() {
            return stop || owner.cancelled();
        }

        private RunningTask seen(long id) {
            Way now = way;
            return new RunningTask(id, work, now.done(), now.total(), startedAt, cancelled());
        }
    }
}
