package io.cairn.proofs.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ProofDispatcherTest {

    private static final long PATIENCE_SECONDS = 20;

    private final List<ProofDispatcher> opened = new ArrayList<>();

    private ProofDispatcher dispatcher(int cores) {
        ProofDispatcher dispatcher = new ProofDispatcher(cores);
        opened.add(dispatcher);
        return dispatcher;
    }

    @AfterEach
    void close() {
        opened.forEach(ProofDispatcher::close);
    }

    @Test
    void everyUnitIsDoneOnceOnItsOwnThreadsWhoeverAsks() {
        ProofDispatcher dispatcher = dispatcher(4);
        Set<String> threads = ConcurrentHashMap.newKeySet();
        assertEquals(10_001L * 10_000 / 2, sum(dispatcher, threads));
        assertEquals(10_001L * 10_000 / 2, dispatcher.compute(Priority.TREES, Progress.NONE, () -> sum(dispatcher, threads)));
        assertTrue(threads.stream().allMatch(name -> name.startsWith("cairn-proof-")), threads::toString);
    }

    private static long sum(ProofDispatcher dispatcher, Set<String> threads) {
        AtomicLong sum = new AtomicLong();
        dispatcher.workers().forEachRange(10_001, 7, Progress.NONE, (from, to) -> {
            threads.add(Thread.currentThread().getName());
            for (long unit = from; unit < to; unit++) {
                sum.addAndGet(unit);
            }
        });
        return sum.get();
    }

    @Test
    void betweenPartsWhatHasTheHigherPriorityGoesFirst() throws Exception {
        ProofDispatcher dispatcher = dispatcher(1);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<?>> later = Collections.synchronizedList(new ArrayList<>());
        dispatcher.compute(Priority.TREES, Progress.NONE, () -> {
            dispatcher.workers().forEachRange(5, 1, Progress.NONE, (from, to) -> {
                order.add("tree " + from);
                if (from == 1) {
                    later.add(dispatcher.submit(Priority.LABELS, Progress.NONE, () -> order.add("labels")));
                    later.add(dispatcher.submit(Priority.WINDOW, Progress.NONE, () -> {
                        dispatcher.workers().forEachRange(3, 1, Progress.NONE, (part, end) -> {
                            order.add("window " + part);
                            if (part == 0) {
                                later.add(dispatcher.submit(Priority.WINNING, Progress.NONE, () -> order.add("winning")));
                            }
                        });
                        return null;
                    }));
                }
            });
            return null;
        });
        for (CompletableFuture<?> each : List.copyOf(later)) {
            each.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        assertEquals(List.of("tree 0", "tree 1", "window 0", "winning", "window 1", "window 2", "tree 2", "tree 3", "tree 4", "labels"), order);
    }

    @Test
    void allThreadsGoToTheHigherPriorityThoughTheLowerOneHasParts() {
        ProofDispatcher dispatcher = dispatcher(3);
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Object> trees = dispatcher.submit(Priority.TREES, Progress.NONE, () -> {
            dispatcher.workers().forEachRange(Long.MAX_VALUE / 2, 1, Progress.NONE, (from, to) -> {
                if (enough.get()) {
                    throw new IllegalStateException("enough");
                }
            });
            return null;
        });
        CyclicBarrier allThere = new CyclicBarrier(3);
        dispatcher.compute(Priority.WINDOW, Progress.NONE, () -> {
            dispatcher.workers().forEach(3, part -> meet(allThere));
            return null;
        });
        enough.set(true);
        ExecutionException failed = assertThrows(ExecutionException.class, () -> trees.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertEquals("enough", failed.getCause().getMessage());
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("not all threads came", e);
        }
    }

    @Test
    void sequentialWorkGivesWayWhereItMayBeCancelled() throws Exception {
        ProofDispatcher dispatcher = dispatcher(1);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<Boolean> proof = new CompletableFuture<>();
        dispatcher.compute(Priority.LABELS, Progress.NONE, () -> {
            order.add("labels");
            dispatcher.submit(Priority.REPLICATION, Progress.NONE, () -> order.add("proof")).thenAccept(proof::complete);
            Progress.NONE.checkCancelled();
            return order.add("more labels");
        });
        proof.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertEquals(List.of("labels", "proof", "more labels"), order);
    }

    @Test
    void oneProofAtATimeThoughCoresAreFree() throws Exception {
        ProofDispatcher dispatcher = dispatcher(3);
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch began = new CountDownLatch(1);
        CompletableFuture<Boolean> first = dispatcher.submit(Priority.REPLICATION, Progress.NONE, () -> {
            began.countDown();
            return gate.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        });
        assertTrue(began.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
        CompletableFuture<Boolean> second = dispatcher.submit(Priority.REPLICATION, Progress.NONE, first::isDone);
        assertEquals(new Load.Lane(Priority.REPLICATION, 1, 0, 1), dispatcher.load().lanes().get(Priority.REPLICATION.ordinal()));
        gate.countDown();
        second.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertTrue(first.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void whatIsHaltedOrQueuedShowsAndCanBeCancelled() throws Exception {
        ProofDispatcher dispatcher = dispatcher(1);
        Switch labelsStop = new Switch();
        Switch piecesStop = new Switch();
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch windowBegan = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        CompletableFuture<Object> labels = dispatcher.submit(Priority.LABELS, labelsStop, () -> {
            return untilCancelled(began);
        });
        assertTrue(began.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
        CompletableFuture<Boolean> window = dispatcher.submit(Priority.WINDOW, Progress.NONE, () -> {
            windowBegan.countDown();
            return gate.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        });
        assertTrue(windowBegan.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
        CompletableFuture<String> piece = dispatcher.submit(Priority.PIECE, piecesStop, () -> "never");
        Load load = dispatcher.load();
        assertEquals(1, load.busy());
        assertEquals(List.of(new Load.Lane(Priority.WINDOW, 1, 0, 0), new Load.Lane(Priority.PIECE, 0, 0, 1), new Load.Lane(Priority.LABELS, 0, 1, 0)),
                load.lanes().stream().filter(lane -> lane.running() + lane.halted() + lane.queued() > 0).toList());
        labelsStop.on = true;
        piecesStop.on = true;
        assertThrows(CancellationException.class, () -> labels.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertThrows(CancellationException.class, () -> piece.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertFalse(window.isDone());
        gate.countDown();
        assertTrue(window.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    private static Object untilCancelled(CountDownLatch began) {
        began.countDown();
        while (true) {
            Progress.NONE.checkCancelled();
        }
    }

    @Test
    void noHelperWorksOnAfterACancelledComputationEnded() {
        ProofDispatcher dispatcher = dispatcher(4);
        Switch stop = new Switch();
        AtomicInteger active = new AtomicInteger();
        AtomicInteger parts = new AtomicInteger();
        assertThrows(CancellationException.class, () -> dispatcher.compute(Priority.TREES, stop, () -> {
            dispatcher.workers().forEachRange(1_000_000, 1, Progress.NONE, (from, to) -> {
                active.incrementAndGet();
                dispatcher.workers().forEach(3, part -> stop.on = parts.incrementAndGet() >= 1000);
                active.decrementAndGet();
            });
            return null;
        }));
        int done = parts.get();
        assertTrue(active.get() <= 4, "ranges that were cut off: " + active);
        Load load = dispatcher.load();
        assertEquals(0, load.lanes().stream().mapToInt(lane -> lane.running() + lane.halted()).sum());
        assertEquals(done, parts.get());
    }

    @Test
    void failuresAreThoseOfTheCaller() {
        ProofDispatcher dispatcher = dispatcher(3);
        assertThrows(IllegalStateException.class, () -> dispatcher.workers().forEachRange(1000, 1, Progress.NONE, (from, to) -> {
            if (from == 500) {
                throw new IllegalStateException("range 500");
            }
        }));
        assertThrows(AssertionError.class, () -> dispatcher.workers().forEach(10, part -> {
            throw new AssertionError("part " + part);
        }));
        assertThrows(IOException.class, () -> dispatcher.compute(Priority.PIECE, Progress.NONE, () -> {
            throw new IOException("no such file");
        }));
    }

    @Test
    void aComputationDoesNotWaitForAnother() {
        ProofDispatcher dispatcher = dispatcher(1);
        assertThrows(IllegalStateException.class, () -> dispatcher.compute(Priority.TREES, Progress.NONE,
                () -> dispatcher.compute(Priority.WINDOW, Progress.NONE, () -> "never")));
    }

    @Test
    void whoWaitsForSomethingElseLeavesItsCore() {
        ProofDispatcher dispatcher = dispatcher(1);
        CountDownLatch gate = new CountDownLatch(1);
        assertTrue(dispatcher.compute(Priority.WINDOW, Progress.NONE, () -> {
            dispatcher.submit(Priority.LABELS, Progress.NONE, () -> {
                gate.countDown();
                return null;
            });
            AtomicBoolean opened = new AtomicBoolean();
            ProofDispatcher.whileWaiting(() -> opened.set(awaited(gate)));
            return opened.get();
        }));
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new CancellationException("interrupted");
        }
    }

    @Test
    void tasksAheadAreRunOnceByWhoeverComesFirst() throws Exception {
        ProofDispatcher dispatcher = dispatcher(2);
        AtomicInteger runs = new AtomicInteger();
        int sum = dispatcher.compute(Priority.LABELS, Progress.NONE, () -> {
            List<FutureTask<Integer>> tasks = new ArrayList<>();
            for (int k = 1; k <= 1000; k++) {
                int value = k;
                FutureTask<Integer> task = new FutureTask<>(() -> {
                    runs.incrementAndGet();
                    return value;
                });
                tasks.add(task);
                dispatcher.workers().ahead(task);
            }
            int total = 0;
            for (FutureTask<Integer> task : tasks) {
                task.run();
                total += task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            return total;
        });
        assertEquals(500_500, sum);
        assertEquals(1000, runs.get());
    }

    @Test
    void anInterruptOfWhoWaitsCancels() throws Exception {
        ProofDispatcher dispatcher = dispatcher(1);
        CountDownLatch began = new CountDownLatch(1);
        CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                dispatcher.compute(Priority.LABELS, Progress.NONE, () -> {
                    return untilCancelled(began);
                });
            } catch (CancellationException e) {
                cancelled.complete(Thread.currentThread().isInterrupted());
            }
        });
        assertTrue(began.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
        waiting.interrupt();
        assertTrue(cancelled.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void closingCancelsWhatRunsAndWhatWaits() throws Exception {
        ProofDispatcher dispatcher = dispatcher(1);
        CountDownLatch began = new CountDownLatch(1);
        CompletableFuture<Object> running = dispatcher.submit(Priority.TREES, Progress.NONE, () -> {
            return untilCancelled(began);
        });
        assertTrue(began.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
        CompletableFuture<String> queued = dispatcher.submit(Priority.LABELS, Progress.NONE, () -> "never");
        dispatcher.close();
        assertThrows(CancellationException.class, running::get);
        assertThrows(CancellationException.class, queued::get);
        assertThrows(CancellationException.class, () -> dispatcher.compute(Priority.WINNING, Progress.NONE, () -> "never"));
    }

    private static final class Switch implements Progress {
        private volatile boolean on;

        @Override
        public void advanced(long done, long total) {
            // Only asked.
        }

        @Override
        public boolean cancelled() {
            return on;
        }
    }
}
