package io.cairn.proofs.seal;

import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.graph.ParentSource;
import io.cairn.proofs.tree.MappedFile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The labels of the parents of all nodes of a layer, in ascending order, a window of nodes at a time. Windows are gathered ahead by other threads, so that these
 * wait for memory and the thread that hashes does not; if they do not come to a window, the thread that needs it gathers it, with all its reads in flight at
 * once. Not safe for use by several threads.
 *
 * <p>A label that was not made yet when a window was begun is fetched when its node's turn comes: it is among the last few thousand labels, which are in the cache.
 */
final class ParentLabels implements AutoCloseable {

    private static final int NODE = LabelHasher.NODE;
    private static final int BASE = ParentSource.BASE_DEGREE;
    private static final int DEGREE = ParentSource.DEGREE;
    /** A window takes so many bytes, or some more: several of them fit into a core's cache. */
    private static final int WINDOW_BYTES = 1 << 17;
    private static final int MOST_AHEAD = 3;
    private static final long PATIENCE_MINUTES = 10;

    private final ParentSource parents;
    private final Workers workers;
    private final MappedFile labels;
    private final MappedFile previous;
    private final int width;
    private final int degree;
    private final int windowNodes;
    private final Deque<Window> ahead = new ArrayDeque<>();
    private Window current;
    private long nextStart;
    private long done;

    /**
     * For one layer.
     *
     * @param labels the layer, complete up to the node that is asked for
     * @param previous the layer before; the same file for layer 1, which has none
     * @param width nodes of 32 bytes that a graph node fills in those files
     */
    ParentLabels(ParentSource parents, MappedFile labels, MappedFile previous, int width, Workers workers) {
        this.parents = parents;
        this.workers = workers;
        this.labels = labels;
        this.previous = previous;
        this.width = width;
        this.degree = labels == previous ? BASE : DEGREE;
        this.windowNodes = Math.max(1, WINDOW_BYTES / (DEGREE * NODE * width));
    }

    /** Some nodes in a row, and the labels of their parents. */
    final class Window {
        private final int[] indexes = new int[windowNodes * DEGREE];
        private final byte[] bytes = new byte[windowNodes * degree * NODE * width];
        private long start;
        private int count;
        private long settled;
        private FutureTask<Void> task;

        private void prepare() {
            start = nextStart;
            count = (int) Math.min(windowNodes, parents.nodes() - start);
            settled = done;
            nextStart += count;
            task = new FutureTask<>(this::gather, null);
        }

        /** Labels of the layer that are not there yet are read all the same, and read again by {@link #complete}. */
        private void gather() {
            parents.parents(start, count, indexes);
            for (int node = 0; node < count; node++) {
                fetch(labels, node, 0, BASE);
                if (degree > BASE) {
                    fetch(previous, node, BASE, DEGREE - BASE);
                }
            }
        }

        /** The labels of so many parents of a node, from its k-th on. */
        private void fetch(MappedFile from, int node, int k, int parentCount) {
            int at = (node * degree + k) * NODE * width;
            if (width == 1) {
                from.gather(indexes, node * DEGREE + k, parentCount, bytes, at);
                return;
            }
            for (int i = 0; i < parentCount; i++) {
                long parent = Integer.toUnsignedLong(indexes[node * DEGREE + k + i]);
                from.get(parent * width, width, bytes, at + i * NODE * width);
            }
        }

        /** The first node. */
        long start() {
            return start;
        }

        /** How many nodes. */
        int count() {
            return count;
        }

        /** The memory that {@link #complete} tells offsets in. */
        byte[] bytes() {
            return bytes;
        }

        /** Fetches again what was not there when the window was begun; all nodes before must be labelled. Answers the offset of the parents' labels. */
        int complete(int node) {
            for (int k = 0; k < BASE; k++) {
                long parent = Integer.toUnsignedLong(indexes[node * DEGREE + k]);
                if (parent >= settled) {
                    fetch(labels, node, k, 1);
                }
            }
            return node * degree * NODE * width;
        }
    }

    /** The next window, to be used until the one after it is asked for; all nodes of the windows before are labelled. */
    Window next() {
        int most = Math.min(MOST_AHEAD, workers.parallelism());
        done = current == null ? 0 : current.start + current.count;
        while (ahead.size() < most && nextStart < parents.nodes()) {
            Window free = current == null ? new Window() : current;
            current = null;
            free.prepare();
            ahead.add(free);
            workers.ahead(free.task);
        }
        current = ahead.remove();
        await(current);
        return current;
    }

    private static void await(Window window) {
        window.task.run(); // Does nothing if another thread has begun it.
        try {
            window.task.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("labels of parents could not be gathered", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("labels of parents did not come within " + PATIENCE_MINUTES + " minutes", e);
        }
    }

    /** Waits for windows that others have begun, so that the files may be closed. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            ahead.forEach(ParentLabels::await);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
