package io.cairn.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.proofs.porep.CommitOutput;
import io.cairn.protocol.sector.RegisteredPostProof;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real proofs that overtake each other: a window proof comes while a replication proof runs, is made first, and both are right. */
@Tag("slow")
class OvertakingTest {

    private static final RegisteredPostProof WINDOW = RegisteredPostProof.STACKED_DRG_WINDOW_2KIB_V1_1;
    private static final byte[] RANDOMNESS = SealedSector.SEED;
    private static final long PATIENCE_MINUTES = 20;

    @TempDir
    Path folder;

    @Test
    void aWindowProofOvertakesAReplicationProofAndBothAreRight() throws Exception {
        try (ParameterStore replication = TestParameters.any(ProofCircuit.Kind.REPLICATION);
                ParameterStore window = TestParameters.any(ProofCircuit.Kind.WINDOW);
                ProofDispatcher dispatcher = new ProofDispatcher(2)) {
            Sealing sealing = new Sealing(replication, dispatcher.workers());
            SpaceTime spaceTime = new SpaceTime(window, dispatcher.workers());
            SealedSector sector = SealedSector.number(42, sealing, folder);
            CommitOutput vanilla = sealing.sealCommit1(sector.request(), SealedSector.SEED, sector.commitments(), sector.pieces(),
                    sector.files(), Progress.NONE);
            CountDownLatch began = new CountDownLatch(1);
            CompletableFuture<byte[]> seal = dispatcher.submit(Priority.REPLICATION, Progress.NONE,
                    () -> sealing.sealCommit2(vanilla, 1000, 42, telling(began)));
            assertTrue(began.await(PATIENCE_MINUTES, TimeUnit.MINUTES));
            byte[] proof = dispatcher.compute(Priority.WINDOW, Progress.NONE,
                    () -> spaceTime.windowPost(WINDOW, RANDOMNESS, List.of(sector.toProve()), Progress.NONE));
            assertFalse(seal.isDone(), "the replication proof was halted");
            TreeMap<Long, byte[]> sectors = new TreeMap<>();
            sectors.put(42L, sector.commitments().commR());
            assertTrue(spaceTime.verifyWindowPost(WINDOW, RANDOMNESS, sectors, proof));
            assertEquals(192, seal.get(PATIENCE_MINUTES, TimeUnit.MINUTES).length);
        }
    }

    private static Progress telling(CountDownLatch began) {
        return new Progress() {
            @Override
            public void advanced(long done, long total) {
                began.countDown();
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }
}
