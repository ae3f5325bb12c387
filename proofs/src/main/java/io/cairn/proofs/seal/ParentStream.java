package io.cairn.proofs.seal;

import io.cairn.proofs.Workers;
import io.cairn.proofs.graph.ParentSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The parents of all nodes in ascending order, a stride at a time, made ahead by other threads. If those do not come to
 * it, the thread that needs a stride makes it. Not safe for use by several threads.
 */
final class ParentStream {

    /** Nodes of a stride, but for a shorter last one. */
    static final int STRIDE = 2048;

    private static final long PATIENCE_MINUTES = 10;

    private final ParentSource parents;
    private final Workers workers;
    private final Deque<FutureTask<int[]>> ahead = new ArrayDeque<>();
    private long nextStart;

    ParentStream(ParentSource parents, Workers workers) {
        this.parents = parents;
        this.workers = workers;
    }

    /** Parents of the next stride, 14 for each node. */
    int[] next() {
        int window = 2 * workers.parallelism() - 1;
        while (ahead.size() < window && nextStart < parents.nodes()) {
            enqueue();
        }
        FutureTask<int[]> task = ahead.remove();
        task.run(); // Does nothing if another thread has begun it.
        try {
            return task.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("parents could not be made", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("parents did not come within " + PATIENCE_MINUTES + " minutes", e);
        }
    }

    private void enqueue() {
        long start = nextStart;
        int count = (int) Math.min(STRIDE, parents.nodes() - start);
        FutureTask<int[]> task = new FutureTask<>(() -> {
            int[] indexes = new int[count * ParentSource.DEGREE];
            parents.parents(start, count, indexes);
            return indexes;
        });
        ahead.add(task);
        nextStart += count;
        workers.ahead(task);
    }
}
