package io.cairn.actors.sector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cairn.persistence.Blob;
import io.cairn.persistence.sector.SectorEvent;
import io.cairn.persistence.sector.SectorKind;
import io.cairn.persistence.sector.SectorState;
import io.cairn.persistence.sector.Stage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A sector that has not ended waits for something that will come, or it is said. */
class WatchfulnessTest {
    private static final long NOW = 1_000;

    @Test
    void anOpenSectorWaitsForPieces() {
        assertEquals(Optional.empty(), problem(created(SectorKind.DEAL), false));
    }

    @Test
    void aSectorWithoutDataThatNobodyPacksIsStuck() {
        assertEquals(Optional.of("it has nothing to do as NEW, NONE"), problem(created(SectorKind.CAPACITY), false));
        assertEquals(Optional.empty(), Watchfulness.problem(created(SectorKind.CAPACITY), true, false, true, NOW));
    }

    @Test
    void workThatNobodyDoesIsStuckOnceAHeadHasComeAndNoClockRuns() {
        SectorState layers = created(SectorKind.CAPACITY).apply(new SectorEvent.Packed(List.of(), "baga", NOW))
                .apply(new SectorEvent.TicketDrawn(100, Blob.of(new byte[32]), NOW))
                .apply(new SectorEvent.TaskQueued(Stage.LAYERS, 1, 0, NOW));
        assertEquals(Optional.of("no work is out for its stage LAYERS"), problem(layers, false));
        assertEquals(Optional.empty(), problem(layers, true));
        assertEquals(Optional.empty(), Watchfulness.problem(layers, false, false, false, NOW));
    }

    @Test
    void anEndedSectorThatIsStillFollowedIsSaid() {
        assertEquals(Optional.of("it has ended, but is still followed"),
                problem(created(SectorKind.DEAL).apply(new SectorEvent.Removed("given up", NOW)), false));
    }

    private static Optional<String> problem(SectorState state, boolean working) {
        return Watchfulness.problem(state, true, working, false, NOW);
    }

    private static SectorState created(SectorKind kind) {
        return SectorState.empty().apply(new SectorEvent.Created(1000, 42, kind, 5, 2048, 0, NOW));
    }
}
