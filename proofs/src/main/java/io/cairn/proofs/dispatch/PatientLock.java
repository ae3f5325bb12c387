package io.cairn.proofs.dispatch;

import io.cairn.proofs.dispatch.ProofDispatcher.Body;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock for what computations make once and share, and are halted while they make it: who waits for it leaves its core to others, so that
 * whoever holds it goes on.
 */
public final class PatientLock {

    private static final long LOOK_NANOS = 20_000_000;

    private final ReentrantLock lock = new ReentrantLock();

    /**
     * Runs something that nobody else runs under this lock at the same time.
     *
     * @throws java.util.concurrent.CancellationException if the calling thread's computation was cancelled while it waited
     */
    public <T, E extends Exception> T hold(Body<T, E> body) throws E {
        while (!lock.tryLock()) {
            ProofDispatcher.whileWaiting(() -> LockSupport.parkNanos(LOOK_NANOS));
            ProofDispatcher.giveWay();
        }
        try {
            return body.compute();
        } finally {
            lock.unlock();
        }
    }
}
