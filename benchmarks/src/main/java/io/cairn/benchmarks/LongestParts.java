package io.cairn.benchmarks;

import io.cairn.proofs.dispatch.PartListener;
import io.cairn.proofs.dispatch.Priority;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Remembers the part that took most CPU, and where it ended. */
final class LongestParts implements PartListener {

    private static final int FRAMES = 4;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final ThreadLocal<Long> began = ThreadLocal.withInitial(() -> 0L);
    private long longest;
    private long count;
    private String where = "";

    @Override
    public void begins(Priority priority) {
        began.set(THREADS.getCurrentThreadCpuTime());
    }

    @Override
    public void ends(Priority priority) {
        long nanos = THREADS.getCurrentThreadCpuTime() - began.get();
        synchronized (this) {
            count++;
            if (nanos > longest) {
                longest = nanos;
                where = caller();
            }
        }
    }

    private static String caller() {
        return Arrays.stream(new Throwable().getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.cairn.proofs.") && !frame.getClassName().contains(".dispatch.")
                        && !frame.getClassName().startsWith("io.cairn.proofs.dispatch.Progress"))
                .limit(FRAMES)
                .map(frame -> frame.getClassName().replaceFirst(".*\\.", "") + ":" + frame.getLineNumber())
                .collect(Collectors.joining(" < "));
    }

    synchronized void clear() {
        longest = 0;
        count = 0;
        where = "";
    }

    synchronized long longest() {
        return longest;
    }

    synchronized long count() {
        return count;
    }

    synchronized String where() {
        return where;
    }
}
