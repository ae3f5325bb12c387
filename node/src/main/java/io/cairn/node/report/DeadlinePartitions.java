package io.cairn.node.report;

import io.cairn.protocol.api.Deadline;
import io.cairn.protocol.api.Partition;
import io.cairn.protocol.block.TipsetKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A deadline as the chain holds it.
 *
 * @param index 0 to 47
 * @param partitions in their order
 * @param proven partitions proven in the open window
 */
record DeadlinePartitions(int index, List<Partition> partitions, long proven) {

    /** All deadlines of the miner at the head. */
    static List<DeadlinePartitions> all(Sources sources) {
        List<Deadline> deadlines = Answers.of(sources.node().stateMinerDeadlines(sources.miner(), TipsetKey.EMPTY));
        List<CompletableFuture<List<Partition>>> asked = new ArrayList<>();
        for (int index = 0; index < deadlines.size(); index++) {
            asked.add(sources.node().stateMinerPartitions(sources.miner(), index, TipsetKey.EMPTY));
        }
        List<DeadlinePartitions> all = new ArrayList<>();
        for (int index = 0; index < deadlines.size(); index++) {
            all.add(new DeadlinePartitions(index, Answers.of(asked.get(index)), deadlines.get(index).postSubmissions().count()));
        }
        return all;
    }

    /** One deadline of the miner at the head. */
    static DeadlinePartitions one(Sources sources, int index) {
        CompletableFuture<List<Partition>> partitions =
                sources.node().stateMinerPartitions(sources.miner(), index, TipsetKey.EMPTY);
        List<Deadline> deadlines = Answers.of(sources.node().stateMinerDeadlines(sources.miner(), TipsetKey.EMPTY));
        return new DeadlinePartitions(index, Answers.of(partitions), deadlines.get(index).postSubmissions().count());
    }

    /** Sums a count over the partitions. */
    long sum(Function<Partition, Long> count) {
        return partitions.stream().mapToLong(count::apply).sum();
    }

    /** Partitions that still have a sector. */
    long livePartitions() {
        return partitions.stream().filter(partition -> !partition.liveSectors().isEmpty()).count();
    }
}
