package io.cairn.actors.sweep;

import io.cairn.actors.EntityIds;
import io.cairn.actors.Waits;
import io.cairn.actors.ports.SealingTasks;
import io.cairn.actors.ports.StoredSectors;
import io.cairn.actors.sector.SectorCommand.Examined;
import io.cairn.actors.view.SectorView;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every sector that has not ended: each must wait for something that will come (Cairn's invariant 8 of a sector's
 * life). Files of sectors that are not followed are named, never deleted; copies that storing has left behind are cleared away.
 */
public final class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final long miner;
    private final Sectors sectors;
    private final StoredSectors stored;
    private final SealingTasks tasks;
    private final Executor blocking;
    private final Clock clock;

    /** What a sweep asks. */
    public interface Sectors {
        /** Numbers of all sectors that have not ended. */
        CompletionStage<Set<Long>> followed();

        /** How one stands. */
        CompletionStage<Examined> examine(long sector);

        /** One with its state. */
        CompletionStage<SectorView> look(long sector);
    }

    /** Sweeps over the sectors of a miner. */
    public Sweep(long miner, Sectors sectors, StoredSectors stored, SealingTasks tasks, Executor blocking, Clock clock) {
        this.miner = miner;
        this.sectors = sectors;
        this.stored = stored;
        this.tasks = tasks;
        this.blocking = blocking;
        this.clock = clock;
    }

    /** Looks once; safe to repeat. */
    public CompletionStage<SweepResult> run() {
        return sectors.followed().thenCompose(followed -> Waits.all(followed.stream().sorted().map(sectors::examine).toList())
                .thenCompose(examined -> tidied(examined).thenApplyAsync(done -> result(followed, examined), blocking)));
    }

    private CompletionStage<List<Boolean>> tidied(List<Examined> examined) {
        return Waits.all(examined.stream().filter(Examined::stored).map(one -> sectors.look(one.sector())
                .thenApplyAsync(this::tidy, blocking)).toList());
    }

    private boolean tidy(SectorView view) {
        try {
            tasks.tidy(SealingTasks.Job.of(view.state()));
            return true;
        } catch (RuntimeException failure) {
            LOG.warn("sweep: sector {}: what storing has left stays: {}", view.number(), failure.getMessage());
            return false;
        }
    }

    private SweepResult result(Set<Long> followed, List<Examined> examined) {
        SortedMap<Long, String> stuck = new TreeMap<>();
        examined.stream().filter(one -> !one.problem().isEmpty()).forEach(one -> stuck.put(one.sector(), one.problem()));
        Set<String> known = followed.stream().map(sector -> EntityIds.sector(miner, sector)).collect(Collectors.toSet());
        SortedMap<String, Long> strays = new TreeMap<>(stored.occupied());
        strays.keySet().removeAll(known);
        stuck.forEach((sector, why) -> LOG.error("sweep: sector {} is stuck: {}; see 'cairn sectors status {}'", sector, why, sector));
        strays.forEach((name, bytes) -> LOG.warn("sweep: {} bytes of files belong to {}, which is not followed; they stay until you"
                + " delete them", bytes, name));
        LOG.info("sweep: {} sectors examined, {} stuck, files of {} others", examined.size(), stuck.size(), strays.size());
        return new SweepResult(clock.instant(), examined.size(), stuck, strays);
    }
}
