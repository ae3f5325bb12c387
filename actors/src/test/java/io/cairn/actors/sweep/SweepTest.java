package io.cairn.actors.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.actors.sector.FakeSealingTasks;
import io.cairn.actors.sector.FakeStoredSectors;
import io.cairn.actors.sector.SectorCommand.Examined;
import io.cairn.actors.view.SectorView;
import io.cairn.persistence.sector.SectorEvent;
import io.cairn.persistence.sector.SectorKind;
import io.cairn.persistence.sector.SectorState;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A sweep names what is stuck and what belongs to nobody, and deletes no file of a sector. */
class SweepTest {
    private final FakeSealingTasks tasks = new FakeSealingTasks();
    private final FakeStoredSectors stored = new FakeStoredSectors();
    private final Map<Long, Examined> sectors = new TreeMap<>();

    @Test
    void allIsWellWhereEachWaitsForSomething() {
        sectors.put(0L, new Examined(0, "", true));
        sectors.put(1L, new Examined(1, "", false));
        stored.bytes.putAll(Map.of("t01000/s/0", 4096L, "t01000/s/1", 512L));
        SweepResult found = sweep();
        assertEquals(2, found.examined());
        assertTrue(found.stuck().isEmpty());
        assertTrue(found.strays().isEmpty());
        assertEquals(List.of(0L), tasks.tidied, "only what is stored has copies to clear away");
    }

    @Test
    void whatIsStuckIsNamedWithItsReason() {
        sectors.put(3L, new Examined(3, "no work is out for its stage TREES", false));
        assertEquals(Map.of(3L, "no work is out for its stage TREES"), sweep().stuck());
    }

    @Test
    void strayFilesAreNamedAndStay() {
        sectors.put(0L, new Examined(0, "", true));
        stored.bytes.putAll(Map.of("t01000/s/0", 4096L, "t01000/s/7", 2048L, "t02000/s/0", 100L));
        assertEquals(Map.of("t01000/s/7", 2048L, "t02000/s/0", 100L), sweep().strays());
        assertTrue(tasks.done.isEmpty(), "nothing is removed");
        assertEquals(3, stored.bytes.size());
    }

    private SweepResult sweep() {
        Sweep.Sectors asked = new Sweep.Sectors() {
            @Override
            public CompletionStage<Set<Long>> followed() {
                return CompletableFuture.completedFuture(sectors.keySet());
            }

            @Override
            public CompletionStage<Examined> examine(long sector) {
                return CompletableFuture.completedFuture(sectors.get(sector));
            }

            @Override
            public CompletionStage<SectorView> look(long sector) {
                return CompletableFuture.completedFuture(new SectorView(sector,
                        SectorState.empty().apply(new SectorEvent.Created(1000, sector, SectorKind.CAPACITY, 5, 2048, 0, 1))));
            }
        };
        return new Sweep(1000, asked, stored, tasks, Runnable::run, Clock.systemUTC()).run().toCompletableFuture().join();
    }
}
