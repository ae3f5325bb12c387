package io.cairn.actors.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** What runs is listed, and can be stopped. */
class RunningWorkTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final Work LAYERS = new Work(WorkKind.SEALING, "sector 3", "layers", "nodes");

    private final RunningWork work = new RunningWork(Clock.fixed(NOW, ZoneOffset.UTC), new ProofDispatcher(2));

    @Test
    void aComputationIsListedWithItsProgressUntilItEnds() {
        String result = work.run(LAYERS, Progress.NONE, progress -> {
            progress.advanced(3, 11);
            assertEquals(List.of(new RunningTask(1, LAYERS, 3, 11, NOW, false)), work.list());
            return "done";
        });
        assertEquals("done", result);
        assertEquals(List.of(), work.list());
    }

    @Test
    void aFailedComputationIsNotListedAnyMore() {
        assertThrows(IllegalStateException.class, () -> work.run(LAYERS, Progress.NONE, progress -> {
            throw new IllegalStateException("disk");
        }));
        assertEquals(List.of(), work.list());
    }

    @Test
    void cancellingReachesTheComputationAlone() {
        assertThrows(CancellationException.class, () -> work.run(LAYERS, Progress.NONE, progress -> {
            assertFalse(progress.cancelled());
            assertTrue(work.cancel(1));
            assertTrue(work.list().getFirst().cancelled());
            progress.checkCancelled();
            return "never";
        }));
        assertFalse(work.cancel(1), "it has ended");
    }

    @Test
    void theOwnerHearsOfProgressAndMayCancel() {
        List<Long> heard = new ArrayList<>();
        Progress owner = new Progress() {
            @Override
            public void advanced(long done, long total) {
                heard.add(done);
            }

            @Override
            public boolean cancelled() {
                return heard.size() > 1;
            }
        };
        assertThrows(CancellationException.class, () -> work.run(LAYERS, owner, progress -> {
            progress.advanced(1, 2);
            progress.checkCancelled();
            progress.advanced(2, 2);
            progress.checkCancelled();
            return "never";
        }));
        assertEquals(List.of(1L, 2L), heard);
    }

    @Test
    void workWithinWorkIsListedInTheOrderOfBeginning() {
        Work proof = new Work(WorkKind.WINDOW_PROOF, "deadline 17 partitions 0-2", "window proof", "");
        work.run(LAYERS, Progress.NONE, outer -> work.run(proof, Progress.NONE, inner -> {
            assertEquals(List.of(LAYERS, proof), work.list().stream().map(RunningTask::work).toList());
            return "done";
        }));
    }
}
