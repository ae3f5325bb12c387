package io.cairn.devnet.conformance;

import static io.cairn.devnet.conformance.MoneyRules.integer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.cairn.devnet.actor.miner.DeadlineAssignment;
import io.cairn.devnet.actor.miner.Quantization;
import io.cairn.devnet.actor.miner.VestingTable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Cases of quantization, deadline assignment and vesting. */
final class MinerRules {

    private static final int DEADLINES = 48;
    private static final long PERIOD = 2880;
    private static final long WINDOW = 60;

    private MinerRules() {
    }

    static void quantize(JsonNode testCase, CaseOutcome outcome) {
        JsonNode in = testCase.path("in");
        Quantization quantization = new Quantization(in.path("unit").asLong(), in.path("offset").asLong());
        outcome.expect("out", testCase.path("out"), quantization.up(in.path("epoch").asLong()));
    }

    static void assign(JsonNode testCase, CaseOutcome outcome) {
        int partitionSize = testCase.path("in").path("partitionSectors").asInt();
        long periodStart = testCase.path("in").path("provingPeriodStart").asLong();
        List<List<Long>> deadlines = new ArrayList<>();
        for (int i = 0; i < DEADLINES; i++) {
            deadlines.add(new ArrayList<>());
        }
        long sector = 0;
        for (JsonNode round : testCase.path("rounds")) {
            DeadlineAssignment assignment = new DeadlineAssignment(partitionSize, 3000,
                    candidates(deadlines, periodStart, round.path("epoch").asLong()));
            for (int i = 0; i < round.path("sectors").asInt(); i++) {
                deadlines.get(assignment.next()).add(sector++);
            }
            expectPartitions(round.path("partitionsPerDeadline"), deadlines, partitionSize, outcome);
        }
    }

    private static List<DeadlineAssignment.Candidate> candidates(List<List<Long>> deadlines, long periodStart, long epoch) {
        List<DeadlineAssignment.Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < DEADLINES; i++) {
            long open = periodStart + i * WINDOW;
            long close = open + WINDOW;
            long shift = epoch >= close ? PERIOD * (1 + (epoch - close) / PERIOD) : 0;
            if (epoch < open + shift - WINDOW) {
                int count = deadlines.get(i).size();
                candidates.add(new DeadlineAssignment.Candidate(i, count, count));
            }
        }
        return candidates;
    }

    private static void expectPartitions(JsonNode stated, List<List<Long>> deadlines, int size, CaseOutcome outcome) {
        for (int i = 0; i < DEADLINES; i++) {
            List<Long> sectors = deadlines.get(i);
            JsonNode partitions = stated.path(i);
            outcome.expect("deadline " + i, IntNode.valueOf(partitions.size()),
                    (sectors.size() + size - 1) / size);
            for (int p = 0; p < partitions.size(); p++) {
                List<Long> part = sectors.subList(p * size, Math.min(sectors.size(), (p + 1) * size));
                outcome.expect("deadline " + i + " partition " + p, partitions.path(p), runs(part));
            }
        }
    }

    private static String runs(List<Long> ascending) {
        StringBuilder text = new StringBuilder("[");
        long expected = 0;
        int i = 0;
        while (i < ascending.size()) {
            int end = i + 1;
            while (end < ascending.size() && ascending.get(end) == ascending.get(end - 1) + 1) {
                end++;
            }
            text.append(i == 0 ? "" : ",").append(ascending.get(i) - expected).append(',').append(end - i);
            expected = ascending.get(end - 1) + 1;
            i = end;
        }
        return text.append(']').toString();
    }

    static void vesting(JsonNode testCase, CaseOutcome outcome) {
        VestingTable table = new VestingTable(List.of());
        long start = testCase.path("in").path("provingPeriodStart").asLong();
        for (JsonNode add : testCase.path("in").path("adds")) {
            VestingTable.Unlocked unlocked = table.vested(add.path("epoch").asLong());
            outcome.expect("vestedNow", add.path("vestedNow"), unlocked.amount());
            table = unlocked.rest().with(add.path("epoch").asLong(), integer(add.path("sum")), start);
        }
        outcome.expect("locked", testCase.path("locked"), table.total())
                .expect("entries", testCase.path("entries"), table.entries().size());
        expectEntries(testCase.path("table"), table.entries(), 0, outcome);
        expectEntries(testCase.path("first"), table.entries(), 0, outcome);
        expectEntries(testCase.path("last"), table.entries(), table.entries().size() - testCase.path("last").size(), outcome);
    }

    private static void expectEntries(JsonNode stated, List<VestingTable.Entry> entries, int from, CaseOutcome outcome) {
        for (int i = 0; i < stated.size(); i++) {
            long epoch = entries.get(from + i).epoch();
            BigInteger amount = entries.get(from + i).amount();
            outcome.expect("epoch of entry " + i, stated.path(i).path(0), epoch)
                    .expect("amount of entry " + i, stated.path(i).path(1), amount);
        }
    }
}
