package io.cairn.proofs;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The memory outside the heap that computations may take together; what aggregates take of the heap counts as if it were outside. Each reserves what it
 * needs at most before it begins; what does not fit waits for others to end or is refused, so that the machine never swaps. Files that are mapped for
 * reading do not count: the system drops them when it needs room. Safe for many threads.
 */
public final class MemoryBudget {

    private static final long LOOK_MILLIS = 20;
    private static final long MIB = 1L << 20;
    /** Of the machine's memory, what is left to everything else, at least; and the part of it. */
    private static final long LEAST_MARGIN = 512 * MIB;
    private static final long MARGIN_PART = 8;
    /** Where the heap takes nearly all memory, the limit is this part of it, and the machine may be short. */
    private static final long LEAST_PART = 8;

    private final long limit;
    private final List<Runnable> owners = new CopyOnWriteArrayList<>();
    private long inUse;

    /**
     * A budget of so many bytes.
     *
     * @throws IllegalArgumentException if that is less than one
     */
    public MemoryBudget(long limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("memory for proofs: " + limit + " bytes, expected at least 1");
        }
        this.limit = limit;
    }

    /** What the machine, or the container, has, less the heap's limit and a margin of an eighth. */
    public static MemoryBudget ofMachine() {
        long physical = physicalBytes();
        long margin = Math.max(LEAST_MARGIN, physical / MARGIN_PART);
        return new MemoryBudget(Math.max(physical / LEAST_PART, physical - Runtime.getRuntime().maxMemory() - margin));
    }

    /** Memory of the machine, or of the container that the process runs in. */
    public static long physicalBytes() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getTotalMemorySize();
    }

    /** Bytes that may be reserved at a time. */
    public long limit() {
        return limit;
    }

    /** Bytes that are reserved now. */
    public synchronized long inUse() {
        return inUse;
    }

    /** Bytes that are free now. */
    public synchronized long free() {
        return limit - inUse;
    }

    /**
     * Reserves memory at once.
     *
     * @param bytes   the most that will be taken at a time
     * @param purpose what needs it, for messages
     * @throws MemoryBudgetException if so much is not free
     */
    public MemoryReservation reserve(long bytes, String purpose) {
        if (!takeOrMakeRoom(bytes)) {
            throw new MemoryBudgetException(purpose, bytes, free(), limit);
        }
        return new MemoryReservation(this, bytes, purpose);
    }

    /**
     * Reserves memory when others have given back enough; meanwhile others have the calling computation's core.
     *
     * @param patience how long to wait
     * @param progress asked whether to go on waiting
     * @throws MemoryBudgetException if so much was not free in time, or never can be
     * @throws CancellationException if the progress, or an interrupt, cancelled it
     */
    public MemoryReservation reserve(long bytes, String purpose, Duration patience, Progress progress) {
        boolean[] taken = {takeOrMakeRoom(bytes)};
        if (!taken[0] && bytes <= limit) {
            long end = System.nanoTime() + patience.toNanos();
            ProofDispatcher.whileWaiting(() -> taken[0] = takeUntil(end, bytes, progress));
        }
        return taken[0] ? new MemoryReservation(this, bytes, purpose) : reserve(bytes, purpose);
    }

    /**
     * Reserves memory that the owner can do without, and gives back when he {@linkplain #onShortage hears} that others need it: at most half of what is free.
     */
    public Optional<MemoryReservation> reserveSpare(long bytes, String purpose) {
        return takeSpare(bytes) ? Optional.of(new MemoryReservation(this, bytes, purpose)) : Optional.empty();
    }

    /** Has the owner of spare memory called, on any thread, whenever memory is short. */
    public void onShortage(Runnable owner) {
        owners.add(owner);
    }

    /** Ends that. */
    public void noLongerOnShortage(Runnable owner) {
        owners.remove(owner);
    }

    private boolean takeUntil(long end, long bytes, Progress progress) {
        while (!takeOrMakeRoom(bytes)) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            if (progress.cancelled()) {
                throw new CancellationException("cancelled while it waited for memory");
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while it waited for memory");
            }
        }
        return true;
    }

    private boolean takeOrMakeRoom(long bytes) {
        if (take(bytes)) {
            return true;
        }
        owners.forEach(Runnable::run);
        return take(bytes);
    }

    private synchronized boolean takeSpare(long bytes) {
        return bytes <= (limit - inUse) / 2 && take(bytes);
    }

    private synchronized boolean take(long bytes) {
        if (bytes > limit - inUse) {
            return false;
        }
        inUse += bytes;
        return true;
    }

    synchronized void giveBack(long bytes) {
        inUse -= bytes;
    }
}
