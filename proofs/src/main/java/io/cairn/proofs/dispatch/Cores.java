package io.cairn.proofs.dispatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who computes: so many threads at a time, always those whose computations come first. Cores are given away under one lock; parts take
 * milliseconds, so nobody waits for it. A thread that has a core looks between its parts whether something goes before it, and if so
 * hands its core over and waits.
 */
final class Cores {

    /** How soon a thread without a core notices that its computation was cancelled. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    /** How long a thread whose helpers are about to finish keeps its core: longer than a part should take. */
    private static final int LINGER_MILLIS = 20;
    private static final long NOTHING = Long.MAX_VALUE;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Priority, Lane> lanes = new EnumMap<>(Priority.class);
    private final int count;
    private final Executor carriers;
    private int busy;
    private volatile boolean closed;
    /** The rank of what would get the next core. */
    private volatile long nextRank = NOTHING;

    /** @param carriers runs claims on {@link ProofThread}s, as many as are asked for */
    Cores(int count, Executor carriers) {
        this.count = count;
        this.carriers = carriers;
        Arrays.stream(Priority.values()).forEach(priority -> lanes.put(priority, new Lane(priority)));
    }

    int count() {
        return count;
    }

    boolean closed() {
        return closed;
    }

    /** Whether something waits for a core that goes before that computation. */
    boolean goesBefore(Computation computation) {
        return nextRank < computation.rank();
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    /** Takes a computation up, which begins at once or waits in the queue. */
    void queue(Computation computation) {
        boolean[] taken = new boolean[1];
        locked(() -> {
            if (!closed) {
                lanes.get(computation.priority()).add(computation);
                serve();
                taken[0] = true;
            }
        });
        if (!taken[0]) {
            computation.drop("the dispatcher was closed");
        }
    }

    /** Offers work within a computation to other threads, or more of it. */
    void open(Help help) {
        locked(() -> {
            if (!help.computation.open.contains(help)) {
                help.computation.open.add(help);
            }
            serve();
        });
    }

    /**
     * Returns when no other thread helps any more, and none will come. The caller's core goes to others if that takes longer than parts
     * should, as it does when a helper was halted, or if there is something else to do in its computation.
     */
    void awaitHelpers(ProofThread thread, Help help) {
        locked(() -> {
            thread.computation().open.remove(help);
            for (int lingered = 0; help.helpers() > 0 && lingered < LINGER_MILLIS && !anyBefore(thread.computation().rank() + 1); lingered++) {
                await(help.abandoned, TimeUnit.MILLISECONDS.toNanos(1));
            }
            if (help.helpers() > 0) {
                release(thread);
                while (help.helpers() > 0) {
                    await(help.abandoned, LOOK_NANOS);
                }
                acquire(thread);
            }
            refresh();
        });
    }

    /** Hands the thread's core over if something goes before its computation, and returns when it has one again or is cancelled. */
    void giveWay(ProofThread thread) {
        locked(() -> {
            if (anyBefore(thread.computation().rank())) {
                release(thread);
                acquire(thread);
            }
            refresh();
        });
    }

    /** Gives the thread's core to others for as long as it waits for something that is no computation. */
    void leave(ProofThread thread) {
        locked(() -> release(thread));
    }

    /** Returns when the thread has a core again, or its computation is cancelled. */
    void comeBack(ProofThread thread) {
        locked(() -> acquire(thread));
    }

    private void release(ProofThread thread) {
        if (thread.hasCore) {
            thread.hasCore = false;
            thread.computation().cores--;
            busy--;
            serve();
        }
    }

    private void acquire(ProofThread thread) {
        Computation computation = thread.computation();
        computation.halted.add(thread);
        serve();
        while (!thread.hasCore) {
            await(thread.resumed, LOOK_NANOS);
            if (!thread.hasCore && (closed || computation.cancelled())) {
                computation.halted.remove(thread); // Without a core it only unwinds.
                return;
            }
        }
    }

    /** What a thread does when it comes from the pool: its claim was taken for it. */
    void started(ProofThread thread) {
        locked(() -> thread.hasCore = true);
    }

    /** A claim was carried out. */
    void ended(ProofThread thread, Claim claim) {
        locked(() -> {
            if (thread.hasCore) {
                claim.computation().cores--;
            }
            switch (claim) {
                case Claim.Begin(Computation computation) -> lanes.get(computation.priority()).ended(computation);
                case Claim.Join(Help help) -> help.left();
                case Claim.Resume resume -> throw new IllegalStateException(resume + " is nothing that ends");
            }
        });
    }

    /** What the thread goes on with on its core, or null if the core was given to another thread or to nobody. */
    Claim next(ProofThread thread) {
        lock.lock();
        try {
            if (!thread.hasCore) {
                return null;
            }
            thread.hasCore = false;
            busy--;
            Claim claim = busy < count ? best() : null;
            if (claim == null || claim instanceof Claim.Resume) {
                serve();
                return null;
            }
            take(claim);
            thread.hasCore = true;
            return claim;
        } finally {
            refresh();
            lock.unlock();
        }
    }

    /** Gives free cores away. */
    private void serve() {
        Claim claim = best();
        for (; claim != null && busy < count; claim = best()) {
            take(claim);
            if (claim instanceof Claim.Resume(Computation _, ProofThread thread)) {
                thread.hasCore = true;
                thread.resumed.signal();
            } else {
                carriers.execute(new Carrier(this, claim));
            }
        }
        nextRank = claim == null ? NOTHING : claim.computation().rank();
    }

    private void take(Claim claim) {
        busy++;
        lanes.get(claim.computation().priority()).take(claim);
    }

    private Claim best() {
        if (closed) {
            return null;
        }
        for (Lane lane : lanes.values()) {
            Claim claim = lane.best();
            if (claim != null) {
                return claim;
            }
        }
        return null;
    }

    private boolean anyBefore(long rank) {
        Claim claim = best();
        return claim != null && claim.computation().rank() < rank;
    }

    private void refresh() {
        Claim claim = best();
        nextRank = claim == null ? NOTHING : claim.computation().rank();
    }

    private static void await(Condition condition, long nanos) {
        boolean interrupted = Thread.interrupted();
        try {
            condition.awaitNanos(nanos);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether any computation has not begun. */
    boolean hasQueue() {
        lock.lock();
        try {
            return lanes.values().stream().anyMatch(Lane::hasQueue);
        } finally {
            lock.unlock();
        }
    }

    Condition newCondition() {
        return lock.newCondition();
    }

    Load load() {
        lock.lock();
        try {
            return new Load(count, busy, lanes.values().stream().map(Lane::load).toList());
        } finally {
            lock.unlock();
        }
    }

    /** Ends those computations in the queue that were cancelled; answers whether others are left there. */
    boolean dropCancelled() {
        List<Computation> dropped = new ArrayList<>();
        lock.lock();
        try {
            lanes.values().forEach(lane -> dropped.addAll(lane.dropped(closed)));
            refresh();
        } finally {
            lock.unlock();
        }
        dropped.forEach(computation -> computation.drop("cancelled before it began"));
        return hasQueue();
    }

    /** Begins nothing from now on, and has all that has begun end at its next part. */
    void close() {
        closed = true;
        dropCancelled();
    }
}
