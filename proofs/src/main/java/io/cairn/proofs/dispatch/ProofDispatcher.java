package io.cairn.proofs.dispatch;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cores that this process computes proofs with. At most so many threads compute at a time, each a part of some milliseconds after
 * the other, and every free one takes the next part of the computation that goes first: by {@link Priority}, then in the order of
 * submission. A computation that is halted keeps its memory and its threads, which wait, and goes on later with the same result.
 *
 * <p>A computation is any code that is {@linkplain #submit submitted}. It is cut in parts where it calls its {@link #workers()}, or
 * {@link Progress#checkCancelled()}, or {@link #giveWay()}; there it is halted, and ends if it was cancelled. Its loops over ranges are
 * shared by all free threads, nested ones too; who needs a loop's result works on it itself, so no loop waits for a free thread. It must
 * not hold a lock at these places that a computation which goes first may want.
 */
public final class ProofDispatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProofDispatcher.class);
    private static final long LOOK_MILLIS = 20;
    private static final long IDLE_SECONDS = 30;
    private static final long STOP_SECONDS = 20;

    private final Cores cores;
    private final ThreadPoolExecutor carriers;
    private final ScheduledThreadPoolExecutor watch;
    private final AtomicBoolean watching = new AtomicBoolean();
    private final AtomicLong numbers = new AtomicLong();
    private final Workers workers = new SharedWorkers();

    /**
     * A dispatcher with that many cores, at least 1.
     *
     * @throws IllegalArgumentException if there are fewer
     */
    public ProofDispatcher(int cores) {
        this(cores, PartListener.NONE);
    }

    /** The same; the listener hears of all parts. */
    public ProofDispatcher(int cores, PartListener listener) {
        if (cores < 1) {
            throw new IllegalArgumentException("cores: " + cores + ", expected at least 1");
        }
        this.cores = new Cores(cores, this::carry);
        AtomicInteger names = new AtomicInteger();
        this.carriers = new ThreadPoolExecutor(0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(),
                work -> new ProofThread(this.cores, listener, work, "cairn-proof-" + names.incrementAndGet()));
        this.watch = new ScheduledThreadPoolExecutor(1, work -> Thread.ofPlatform().name("cairn-proof-watch").daemon(true).unstarted(work));
        watch.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        watch.allowCoreThreadTimeOut(true);
        watch.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    private void carry(Runnable work) {
        carriers.execute(work);
    }

    /** A computation that may fail in its own way. */
    @FunctionalInterface
    public interface Body<T, E extends Exception> {
        /** Computes. */
        T compute() throws E;
    }

    /**
     * Has something computed when it is its turn.
     *
     * @param progress asked in every part whether the computation is cancelled, also while it is halted or waits in the queue
     * @return completed on one of the dispatcher's threads; with a {@link CancellationException} if it was cancelled
     */
    public <T> CompletableFuture<T> submit(Priority priority, Progress progress, Callable<T> body) {
        CompletableFuture<T> result = new CompletableFuture<>();
        cores.queue(Computation.of(priority, numbers.incrementAndGet(), progress, body, result));
        if (!result.isDone() && cores.hasQueue()) {
            lookSoon();
        }
        return result;
    }

    private void lookSoon() {
        if (watching.compareAndSet(false, true)) {
            watch.schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        watching.set(false);
        if (cores.dropCancelled()) {
            lookSoon();
        }
    }

    /**
     * Has something computed and waits for it; the calling thread computes nothing. An interrupt cancels the computation.
     *
     * @throws CancellationException if it was cancelled
     * @throws IllegalStateException if a computation asks for it, which would wait for a core while it keeps one
     */
    public <T, E extends Exception> T compute(Priority priority, Progress progress, Body<T, E> body) throws E {
        if (Thread.currentThread() instanceof ProofThread thread && thread.isOf(cores)) {
            throw new IllegalStateException("a computation must not wait for another of its dispatcher");
        }
        Interruption interruption = new Interruption(progress);
        CompletableFuture<T> result = submit(priority, interruption, body::compute);
        while (true) {
            try {
                return result.get();
            } catch (InterruptedException e) {
                interruption.met = true; // It ends within a part; what it works on belongs to the caller until then.
            } catch (ExecutionException e) {
                throw ProofDispatcher.<E>known(e.getCause());
            } finally {
                if (interruption.met && result.isDone()) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** A body throws nothing but what it declares, runtime exceptions and errors. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> E known(Throwable failure) {
        switch (failure) {
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            default -> {
                return (E) failure;
            }
        }
    }

    private static final class Interruption implements Progress {
        private final Progress owner;
        private volatile boolean met;

        private Interruption(Progress owner) {
            this.owner = owner;
        }

        @Override
        public void advanced(long done, long total) {
            owner.advanced(done, total);
        }

        @Override
        public boolean cancelled() {
            return met || owner.cancelled();
        }
    }

    /** For computations of this dispatcher. A loop that any other thread asks for is itself a computation, of the lowest priority. */
    public Workers workers() {
        return workers;
    }

    /** What there is to do now. */
    public Load load() {
        return cores.load();
    }

    /**
     * A place where the computation of the calling thread may be halted or cancelled. On other threads it does nothing.
     *
     * @throws CancellationException if the computation was cancelled
     */
    public static void giveWay() {
        if (Thread.currentThread() instanceof ProofThread thread) {
            thread.giveWay();
        }
    }

    /**
     * Runs something that waits, for a lock or a device, and computes nothing; meanwhile others have the core of the calling thread's
     * computation. Whether that was cancelled meanwhile is looked at where it next gives way.
     */
    public static void whileWaiting(Runnable waiting) {
        if (Thread.currentThread() instanceof ProofThread thread) {
            thread.outside(waiting);
        } else {
            waiting.run();
        }
    }

    /** Cancels everything and returns when all has ended. */
    @Override
    public void close() {
        cores.close();
        watch.shutdownNow();
        carriers.shutdown();
        try {
            if (!carriers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("computations did not end within {} seconds: {}", STOP_SECONDS, cores.load());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class SharedWorkers implements Workers {

        @Override
        public int parallelism() {
            return cores.count();
        }

        @Override
        public void forEachRange(long total, long grain, Progress progress, RangeTask task) {
            if (!(Thread.currentThread() instanceof ProofThread thread) || !thread.isOf(cores)) {
                compute(Priority.PARAMETERS, progress, () -> {
                    forEachRange(total, grain, progress, task);
                    return null;
                });
            } else if (total <= grain || cores.count() == 1) {
                Workers.CALLER.forEachRange(total, grain, progress, task);
            } else {
                Workers.requireGrain(grain);
                new Ranges(cores, thread.computation(), total, grain, progress, task).run(thread);
            }
        }

        @Override
        public void ahead(FutureTask<?> task) {
            if (cores.count() > 1 && Thread.currentThread() instanceof ProofThread thread && thread.isOf(cores)) {
                thread.ahead(task);
            }
        }
    }
}
