package io.cairn.actors.sweep;

import io.cairn.actors.Shards;
import io.cairn.actors.miner.MinerCommand;
import io.cairn.actors.sector.SectorCommand;
import io.cairn.actors.sector.SectorCommand.Examined;
import io.cairn.actors.view.MinerView;
import io.cairn.actors.view.SectorView;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * The sectors of a miner as its entities know them.
 *
 * @param answer longest wait for one answer
 */
public record ShardedSectors(long miner, Shards shards, Duration answer) implements Sweep.Sectors {
    @Override
    public CompletionStage<Set<Long>> followed() {
        return shards.miner(miner).<MinerView>ask(MinerCommand.Look::new, answer).thenApply(view -> view.state().sectors());
    }

    @Override
    public CompletionStage<Examined> examine(long sector) {
        return shards.sector(miner, sector).ask(SectorCommand.Examine::new, answer);
    }

    @Override
    public CompletionStage<SectorView> look(long sector) {
        return shards.sector(miner, sector).ask(SectorCommand.Look::new, answer);
    }
}
