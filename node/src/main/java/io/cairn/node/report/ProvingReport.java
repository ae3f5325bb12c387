package io.cairn.node.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.actors.view.DeadlineView;
import io.cairn.persistence.deadline.Batch;
import io.cairn.persistence.deadline.Proving;
import io.cairn.persistence.deadline.Submission;
import io.cairn.persistence.deadline.WindowOutcome;
import io.cairn.persistence.deadline.WindowState;
import io.cairn.protocol.api.Partition;
import io.cairn.protocol.bitfield.BitField;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.deadline.DeadlineInfo;
import io.cairn.protocol.deadline.ProvingSchedule;
import java.util.List;

/** What is proven when, and what is not (lotus: cli/spcli/proving.go), beside how far our own proving is. */
final class ProvingReport {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Sources sources;

    ProvingReport(Sources sources) {
        this.sources = sources;
    }

    private DeadlineInfo now() {
        return Answers.of(sources.node().stateMinerProvingDeadline(sources.miner(), TipsetKey.EMPTY));
    }

    private long blockDelay() {
        return Answers.of(sources.node().stateGetNetworkParams()).blockDelaySecs();
    }

    /** The proving period and its present deadline. */
    ObjectNode period() {
        DeadlineInfo now = now();
        List<DeadlinePartitions> deadlines = DeadlinePartitions.all(sources);
        long live = deadlines.stream().mapToLong(each -> each.sum(part -> part.liveSectors().count())).sum();
        long faulty = deadlines.stream().mapToLong(each -> each.sum(part -> part.faultySectors().count())).sum();
        long recovering = deadlines.stream().mapToLong(each -> each.sum(part -> part.recoveringSectors().count())).sum();
        long present = deadlines.stream().filter(each -> each.index() == now.index())
                .mapToLong(each -> each.sum(part -> part.liveSectors().count())).sum();
        return JSON.objectNode().put("miner", sources.miner().toString()).put("epoch", now.currentEpoch())
                .put("blockDelaySeconds", blockDelay())
                .put("periodBoundary", now.periodStart() % now.schedule().period())
                .put("periodStart", now.periodStart()).put("nextPeriodStart", now.nextPeriodStart())
                .put("liveSectors", live).put("faultySectors", faulty).put("recoveringSectors", recovering)
                .put("deadline", now.index()).put("deadlineSectors", present)
                .put("open", now.open()).put("close", now.close()).put("challenge", now.challenge()).put("faultCutoff", now.faultCutoff());
    }

    /** All deadlines. */
    ArrayNode deadlines() {
        DeadlineInfo now = now();
        long blockDelay = blockDelay();
        List<DeadlinePartitions> onChain = DeadlinePartitions.all(sources);
        List<DeadlineView> ours = Answers.of(sources.provider().deadlines(onChain.size()));
        ArrayNode all = JSON.arrayNode();
        onChain.forEach(each -> all.add(deadline(each, ours.get(each.index()), now, blockDelay)));
        return all;
    }

    /** One deadline with its partitions. */
    ObjectNode deadline(int index) {
        DeadlinePartitions onChain = DeadlinePartitions.one(sources, index);
        ObjectNode one = deadline(onChain, Answers.of(sources.provider().deadline(index)), now(), blockDelay());
        ArrayNode partitions = one.putArray("partitionList");
        for (int i = 0; i < onChain.partitions().size(); i++) {
            Partition partition = onChain.partitions().get(i);
            ObjectNode row = partitions.addObject().put("partition", i);
            row.set("all", numbers(partition.allSectors()));
            row.set("live", numbers(partition.liveSectors()));
            row.set("active", numbers(partition.activeSectors()));
            row.set("faulty", numbers(partition.faultySectors()));
            row.set("recovering", numbers(partition.recoveringSectors()));
        }
        return one;
    }

    private static ArrayNode numbers(BitField field) {
        ArrayNode numbers = JSON.arrayNode();
        field.stream().forEach(numbers::add);
        return numbers;
    }

    private ObjectNode deadline(DeadlinePartitions onChain, DeadlineView ours, DeadlineInfo now, long blockDelay) {
        ProvingSchedule schedule = now.schedule();
        DeadlineInfo next = schedule.deadline(now.periodStart(), onChain.index(), now.currentEpoch());
        ObjectNode one = JSON.objectNode().put("miner", sources.miner().toString()).put("deadline", onChain.index())
                .put("epoch", now.currentEpoch()).put("blockDelaySeconds", blockDelay)
                .put("open", next.open()).put("close", next.close()).put("current", onChain.index() == now.index())
                .put("partitions", onChain.livePartitions()).put("allPartitions", onChain.partitions().size())
                .put("sectors", onChain.sum(part -> part.liveSectors().count()))
                .put("allSectors", onChain.sum(part -> part.allSectors().count()))
                .put("faultySectors", onChain.sum(part -> part.faultySectors().count()))
                .put("recoveringSectors", onChain.sum(part -> part.recoveringSectors().count()))
                .put("provenPartitions", onChain.proven())
                .put("proving", ours.proving() && onChain.livePartitions() > 0);
        one.put("state", ours.windows().isEmpty() ? "idle" : state(ours.windows().getLast(), onChain.livePartitions()));
        ArrayNode windows = one.putArray("windows");
        ours.windows().forEach(window -> windows.add(window(window)));
        return one;
    }

    /**
     * How a window stands, in a word.
     *
     * @param livePartitions partitions of the deadline that have live sectors now; without any, a window without proofs has nothing to prove
     */
    static String state(WindowState window, long livePartitions) {
        List<Batch> batches = window.batches();
        if (batches.isEmpty() && livePartitions == 0) {
            return WindowOutcome.EMPTY.name().toLowerCase();
        }
        if (window.outcome().isPresent()) {
            return window.outcome().get().name().toLowerCase();
        }
        if (batches.isEmpty()) {
            return withoutProofs(window).toLowerCase();
        }
        Submission slowest = batches.stream().map(Batch::submission).min(Submission::compareTo).orElseThrow();
        return slowest.name().toLowerCase();
    }

    /** All proofs of a window made, and there are none: then there was nothing to prove. */
    private static String withoutProofs(WindowState window) {
        return window.proving() == Proving.PROVED ? WindowOutcome.EMPTY.name() : window.proving().name();
    }

    private static ObjectNode window(WindowState window) {
        ObjectNode node = JSON.objectNode()
                .put("open", window.window().open()).put("close", window.window().close())
                .put("challenge", window.window().challenge())
                .put("state", window.outcome().map(Enum::name)
                        .orElse(window.batches().isEmpty() ? withoutProofs(window) : window.proving().name()))
                .put("failures", window.failures()).put("detail", window.detail());
        ArrayNode proofs = node.putArray("proofs");
        window.batches().forEach(batch -> {
            ObjectNode proof = proofs.addObject();
            ArrayNode partitions = proof.putArray("partitions");
            batch.partitions().forEach(partitions::add);
            proof.put("sectors", batch.sectors()).put("skipped", batch.skipped()).put("state", batch.submission().name())
                    .put("message", batch.cid()).put("detail", batch.detail());
            if (batch.landed() >= 0) {
                proof.put("landed", batch.landed());
            } else {
                proof.putNull("landed");
            }
        });
        return node;
    }

    /** Every faulty sector and where it is proven. */
    ArrayNode faults() {
        ArrayNode faults = JSON.arrayNode();
        DeadlinePartitions.all(sources).forEach(deadline -> {
            for (int i = 0; i < deadline.partitions().size(); i++) {
                Partition partition = deadline.partitions().get(i);
                int index = i;
                partition.faultySectors().stream().forEach(sector -> faults.addObject()
                        .put("deadline", deadline.index()).put("partition", index).put("sector", sector)
                        .put("recovering", partition.recoveringSectors().contains(sector)));
            }
        });
        return faults;
    }
}
