package io.cairn.actors.sector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.actors.ports.SealingFailure;
import io.cairn.actors.ports.SealingTasks.Job;
import io.cairn.actors.work.RunningWork;
import io.cairn.actors.work.Work;
import io.cairn.actors.work.WorkKind;
import io.cairn.persistence.Blob;
import io.cairn.persistence.sector.FailureCode;
import io.cairn.persistence.sector.Replica;
import io.cairn.proofs.dispatch.Load;
import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is labelled with whom, on one core that is kept busy while sectors come. */
class LayersInCompanyTest {
    private final ProofDispatcher dispatcher = new ProofDispatcher(1);
    private final RunningWork work = new RunningWork(Clock.systemUTC(), dispatcher);
    private final FakeSealingTasks tasks = new FakeSealingTasks();
    private final LayersInCompany layers = new LayersInCompany(tasks, work);
    private final List<Asked> asked = new ArrayList<>();
    private CountDownLatch busy = new CountDownLatch(1);

    @AfterEach
    void close() {
        busy.countDown();
        dispatcher.close();
    }

    /** A sector that wants its labels. */
    private static final class Asked implements Progress {
        private CompletableFuture<Void> result;
        private volatile long done;
        private volatile boolean stop;

        @Override
        public void advanced(long now, long total) {
            done = now;
        }

        @Override
        public boolean cancelled() {
            return stop;
        }
    }

    private void ask(long... sectors) {
        busy = new CountDownLatch(1);
        CountDownLatch held = busy;
        dispatcher.submit(Priority.LABELS, Progress.NONE, () -> held.await(20, TimeUnit.SECONDS));
        asked.clear();
        for (long sector : sectors) {
            Asked one = new Asked();
            asked.add(one);
            one.result = label(layers, sector, one);
        }
    }

    private static CompletableFuture<Void> label(LayersInCompany layers, long sector, Progress owner) {
        Job job = new Job(1000, sector, 5, 2048, List.of(), new Replica(1, Blob.of(new byte[32]), "", ""), Blob.of(new byte[0]));
        return layers.label(job, new Work(WorkKind.SEALING, "sector " + sector, "layers", "nodes"), owner).toCompletableFuture();
    }

    private void done(int index) throws Exception {
        asked.get(index).result.get(20, TimeUnit.SECONDS);
    }

    private Throwable failure(int index) {
        try {
            return assertThrows(ExecutionException.class, () -> done(index)).getCause();
        } catch (AssertionError e) {
            assertInstanceOf(CancellationException.class, assertThrows(Exception.class, () -> done(index)));
            return new CancellationException();
        }
    }

    private List<String> listed() {
        return work.list().stream().map(task -> task.work().subject()).toList();
    }

    @Test
    void thoseThatWaitGoTogetherAndEachIsListed() throws Exception {
        tasks.company = 3;
        ask(1, 2, 3, 4);
        List<String> seen = new ArrayList<>();
        tasks.labelling = (jobs, progress) -> {
            seen.addAll(listed());
            progress.advanced(7, 11);
        };
        busy.countDown();
        for (int i = 0; i < 4; i++) {
            done(i);
            assertEquals(7, asked.get(i).done);
        }
        assertEquals(List.of(List.of(1L, 2L, 3L), List.of(4L)), tasks.labelled);
        assertEquals(List.of("sector 1", "sector 2", "sector 3", "sector 4"), seen);
        assertEquals(List.of(), listed());
    }

    @Test
    void whoIsTakenAlongNeitherWaitsInTheQueueNorTakesACore() throws Exception {
        tasks.company = 3;
        ask(1, 2, 3);
        CountDownLatch looked = new CountDownLatch(1);
        tasks.labelling = (jobs, progress) -> await(looked);
        busy.countDown();
        for (long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(20); labels().running() != 1 || labels().queued() != 0; ) {
            assertTrue(System.nanoTime() < limit, () -> labels().toString());
            Thread.sleep(5);
        }
        looked.countDown();
        for (int i = 0; i < 3; i++) {
            done(i);
        }
    }

    private Load.Lane labels() {
        return work.load().lanes().stream().filter(lane -> lane.priority() == Priority.LABELS).findFirst().orElseThrow();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theOthersGoOnWithoutOneThatIsCancelled() throws Exception {
        for (int cancelled = 0; cancelled < 3; cancelled++) {
            tasks.labelled.clear();
            tasks.company = 3;
            ask(1, 2, 3);
            Asked goes = asked.get(cancelled);
            tasks.labelling = (jobs, progress) -> {
                goes.stop = true;
                tasks.company = 2;
                progress.checkCancelled();
            };
            busy.countDown();
            List<Long> rest = new ArrayList<>(List.of(1L, 2L, 3L));
            assertInstanceOf(CancellationException.class, failure(cancelled));
            rest.remove(cancelled);
            done((cancelled + 1) % 3);
            done((cancelled + 2) % 3);
            assertEquals(List.of(List.of(1L, 2L, 3L), rest), tasks.labelled);
        }
    }

    @Test
    void tooFewForACompanyGoOnAlone() throws Exception {
        tasks.company = 3;
        ask(1, 2, 3);
        tasks.labelling = (jobs, progress) -> {
            work.list().stream().filter(task -> jobs.size() > 1 && task.work().subject().equals("sector 2")).forEach(task -> work.cancel(task.id()));
            progress.checkCancelled();
        };
        busy.countDown();
        done(0);
        done(2);
        assertInstanceOf(CancellationException.class, failure(1), "cancelled by an operator");
        assertEquals(List.of(List.of(1L, 2L, 3L), List.of(1L), List.of(3L)), tasks.labelled);
    }

    @Test
    void whoIsCancelledWhileItWaitsIsNotTakenAlong() throws Exception {
        tasks.company = 2;
        ask(1, 2, 3);
        asked.get(1).stop = true;
        assertInstanceOf(CancellationException.class, failure(1), "though nothing else has ended");
        busy.countDown();
        done(0);
        done(2);
        assertEquals(List.of(List.of(1L, 3L)), tasks.labelled);
    }

    @Test
    void aFailureIsOneSectorsOwnAndItDoesNotSpoilAnotherCompany() throws Exception {
        tasks.company = 3;
        ask(1, 2, 3);
        tasks.labelling = (jobs, progress) -> {
            if (jobs.stream().anyMatch(job -> job.sector() == 2)) {
                throw new SealingFailure(FailureCode.COMM_D_MISMATCH, "other data", null);
            }
        };
        busy.countDown();
        done(0);
        done(2);
        assertEquals(FailureCode.COMM_D_MISMATCH, assertInstanceOf(SealingFailure.class, failure(1)).code());
        assertEquals(List.of(List.of(1L, 2L, 3L), List.of(1L), List.of(2L), List.of(3L)), tasks.labelled);
        tasks.labelled.clear();
        ask(2, 1, 3, 4);
        busy.countDown();
        failure(0);
        done(3);
        assertEquals(List.of(List.of(2L), List.of(1L, 3L, 4L)), tasks.labelled);
        tasks.labelling = (jobs, progress) -> { };
        ask(2);
        busy.countDown();
        done(0);
        tasks.labelled.clear();
        ask(1, 2, 3);
        busy.countDown();
        done(2);
        assertEquals(List.of(List.of(1L, 2L, 3L)), tasks.labelled, "it had its layers in between");
    }

    @Test
    void twoThatChooseAtTheSameTimeDoNotShareASector() throws Exception {
        tasks.company = 2;
        CyclicBarrier both = new CyclicBarrier(2);
        tasks.choosing = () -> {
            if (tasks.labelled.isEmpty()) {
                meet(both);
            }
        };
        try (ProofDispatcher two = new ProofDispatcher(2)) {
            LayersInCompany shared = new LayersInCompany(tasks, new RunningWork(Clock.systemUTC(), two));
            List<CompletableFuture<Void>> results = new ArrayList<>();
            for (long sector = 1; sector <= 3; sector++) {
                results.add(label(shared, sector, Progress.NONE));
            }
            for (CompletableFuture<Void> result : results) {
                result.get(20, TimeUnit.SECONDS);
            }
        }
        assertEquals(List.of(1L, 2L, 3L), tasks.labelled.stream().flatMap(List::stream).sorted().toList());
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(2, TimeUnit.SECONDS);
        } catch (TimeoutException | BrokenBarrierException alone) {
            // The other has chosen already.
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nobodyWaitsForEverIfACompanyCannotBeChosen() throws Exception {
        tasks.company = -1;
        ask(1);
        busy.countDown();
        assertInstanceOf(IllegalArgumentException.class, failure(0));
        tasks.company = 3;
        ask(1, 2, 3);
        Asked goes = asked.get(1);
        tasks.labelling = (jobs, progress) -> {
            goes.stop = true;
            tasks.company = -1;
            progress.checkCancelled();
        };
        busy.countDown();
        assertInstanceOf(IllegalArgumentException.class, failure(0));
        assertInstanceOf(IllegalArgumentException.class, failure(2));
    }

    @Test
    void aSectorThatAsksAgainIsLabelledOnce() throws Exception {
        tasks.company = 2;
        ask(1, 1, 2);
        busy.countDown();
        done(1);
        done(2);
        assertInstanceOf(CancellationException.class, failure(0));
        assertEquals(List.of(List.of(1L, 2L)), tasks.labelled);
    }

    @Test
    void whenTheCoresCloseNobodyWaitsForEver() {
        tasks.company = 2;
        ask(1, 2, 3);
        tasks.labelling = (jobs, progress) -> {
            while (true) {
                ProofDispatcher.giveWay();
            }
        };
        busy.countDown();
        dispatcher.close();
        for (int i = 0; i < 3; i++) {
            assertInstanceOf(CancellationException.class, failure(i));
        }
    }
}
