package io.cairn.proofs.dispatch;

import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.Condition;
import java.util.function.Supplier;

/** A thread that computes for a dispatcher, one computation at a time, as long as it has a core. */
final class ProofThread extends Thread {

    private final Cores cores;
    private final PartListener listener;
    /** Signalled when it got a core. */
    final Condition resumed;
    /** Whether it may compute; changed under the lock of its {@link Cores}, and by others only while it waits. */
    boolean hasCore;
    private Computation computation;
    private TasksAhead ahead;

    ProofThread(Cores cores, PartListener listener, Runnable work, String name) {
        super(work, name);
        this.cores = cores;
        this.listener = listener;
        this.resumed = cores.newCondition();
        setDaemon(true);
    }

    /** The calling thread, which must be one of a dispatcher. */
    static ProofThread current() {
        return (ProofThread) currentThread();
    }

    Computation computation() {
        return computation;
    }

    boolean isOf(Cores other) {
        return cores == other;
    }

    <T> T within(Computation whole, Supplier<T> work) {
        computation = whole;
        listener.begins(whole.priority());
        try {
            return work.get();
        } finally {
            listener.ends(whole.priority());
            if (ahead != null) {
                ahead.clear();
                cores.awaitHelpers(this, ahead);
                ahead = null;
            }
            computation = null;
        }
    }

    /** Between two parts: ends a cancelled computation, and lets go first what goes before it. */
    void giveWay() {
        if (hasCore && cores.goesBefore(computation)) {
            listener.ends(computation.priority());
            cores.giveWay(this);
            listener.begins(computation.priority());
            requireGoingOn();
        } else {
            nextPart();
        }
    }

    /** Between two parts of a thread that only helps, and leaves when something goes first: ends a cancelled computation. */
    void nextPart() {
        listener.ends(computation.priority());
        listener.begins(computation.priority());
        requireGoingOn();
    }

    /** Has other threads run a task of its computation, if any are free before it is needed. */
    void ahead(FutureTask<?> task) {
        if (ahead == null) {
            ahead = new TasksAhead(cores, computation);
        }
        ahead.add(task);
        cores.open(ahead);
    }

    /** Waits for something without keeping a core from others. */
    void outside(Runnable waiting) {
        listener.ends(computation.priority());
        cores.leave(this);
        try {
            waiting.run();
        } finally {
            cores.comeBack(this);
            listener.begins(computation.priority());
        }
    }

    /** The same, answering whether it goes on. */
    boolean goesOn() {
        listener.ends(computation.priority());
        listener.begins(computation.priority());
        return !computation.cancelled() && !cores.closed();
    }

    private void requireGoingOn() {
        if (computation.cancelled()) {
            throw new CancellationException("cancelled by the caller");
        }
        if (cores.closed()) {
            throw new CancellationException("the dispatcher was closed");
        }
    }
}
