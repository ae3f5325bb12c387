package io.cairn.node.watch;

import io.cairn.actors.Shards;
import io.cairn.actors.sweep.SweepResult;
import io.cairn.actors.view.DealView;
import io.cairn.actors.view.DeadlineView;
import io.cairn.actors.view.SectorView;
import io.cairn.actors.work.RunningTask;
import io.cairn.node.view.Overview.Memory;
import io.cairn.proofs.dispatch.Load;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What is known at one moment.
 *
 * @param chain the newest answer of the node
 * @param headMoved when the head was first seen at its height
 * @param nodeAway since when the node does not answer, and why; absent while it answers
 * @param providerAway the same of the provider's own entities
 * @param deals deals that have not ended
 * @param swept what the newest sweep over all sectors has found, absent before the first
 * @param load what the cores that compute proofs have to do
 * @param memory what proofs have reserved, and may
 * @param strangers live sectors of the miner on chain that no entity knows
 */
record Facts(
        Instant at,
        ChainFacts chain,
        Instant headMoved,
        Optional<Absence> nodeAway,
        Optional<Absence> providerAway,
        List<DeadlineView> deadlines,
        List<SectorView> sectors,
        SortedSet<Long> strangers,
        List<Shards.Spread> shards,
        List<RunningTask> work,
        List<DealView> deals,
        Load load,
        Memory memory,
        Optional<SweepResult> swept) {

    /** Somebody who does not answer. */
    record Absence(Instant since, String reason) {}

    Facts {
        deadlines = List.copyOf(deadlines);
        sectors = List.copyOf(sectors);
        shards = List.copyOf(shards);
        work = List.copyOf(work);
        deals = List.copyOf(deals);
    }

    /** How old the head is by the time in its blocks. */
    Duration behind() {
        return Duration.between(chain.headTime(), at);
    }

    /** Time since the head moved. */
    Duration headAge() {
        return Duration.between(headMoved, at);
    }
}
