package io.cairn.node.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.node.view.NoSuchViewException;
import io.cairn.node.view.Overview.Cores;
import io.cairn.node.view.Overview.Lane;
import io.cairn.node.view.Overview;
import io.cairn.node.view.Overview.Alert;
import io.cairn.node.view.Overview.Card;
import io.cairn.node.view.Overview.Column;
import io.cairn.node.view.Overview.DeadlineCell;
import io.cairn.node.view.Overview.Figures;
import io.cairn.node.view.Overview.Job;
import io.cairn.node.view.Overview.ShardGroup;
import io.cairn.node.view.Overview.StateCount;
import io.cairn.node.view.Overview.StoryLine;
import io.cairn.node.view.Overview.Tile;
import io.cairn.node.view.Overview.Tone;
import io.cairn.node.view.Overview.Verdict;
import io.cairn.node.view.Views;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** A provider that exists only in this test: its numbers are invented, its head moves at every question. */
final class InventedViews implements Views {

    static final Alert UNREADABLE = new Alert("faulty-17", Tone.bad, "Sector 7 faulty",
            "In deadline 17. A faulty sector has no power and pays a fee each day. Put its files right.", System.currentTimeMillis() - 754_000);

    final AtomicLong height = new AtomicLong(1_000);
    volatile Readiness readiness = new Readiness(true, "");
    volatile List<Alert> alerts = List.of(UNREADABLE);
    volatile long proofDone = 60;

    @Override
    public CompletionStage<Overview> overview() {
        long now = System.currentTimeMillis();
        return CompletableFuture.completedFuture(new Overview(
                "t01000", "invented", height.incrementAndGet(), 0.3,
                alerts.isEmpty() ? new Verdict(Tone.done, "Every window proven.", "Deadline 18 opens in 12 epochs (12 s, at 14:32:10).")
                        : new Verdict(Tone.bad, "Losing money: 1 of 7 sectors is faulty.", "Deadline 17 closes in 31 epochs (31 s, at 14:31:58)."),
                alerts,
                List.of(new Tile("Power", "12 KiB", "1.20 % of the network"), new Tile("Proving", "6 / 7", "sectors on the chain"),
                        new Tile("Deadline now", "17", "open: 2 sectors"), new Tile("On their way", "3", "sectors being sealed"),
                        new Tile("Worker can spend", "99,999.991 FIL", "gas, deposits, pledge"),
                        new Tile("Windows landed", "212", "1 missed since the start")),
                "Deadline 17 closes in 31 epochs (31 s, at 14:31:58).",
                IntStream.range(0, 48).mapToObj(InventedViews::cell).toList(),
                List.of(new StateCount("layers", 1, Tone.busy), new StateCount("waiting for seed", 1, Tone.none),
                        new StateCount("commit proof", 1, Tone.busy), new StateCount("proving", 6, Tone.done), new StateCount("faulty", 1, Tone.bad)),
                List.of(new Column("Sealing", 1, List.of(new Card(12, "layers", now - 3_000, Tone.busy, 0.4))),
                        new Column("Pre-commit", 0, List.of()),
                        new Column("Seed", 1, List.of(new Card(11, "6 epochs left", now - 4_000, Tone.none, -1))),
                        new Column("Commit", 1, List.of(new Card(10, "commit proof", now - 31_000, Tone.busy, proofDone / 100.0))),
                        new Column("Needs a hand", 0, List.of())),
                List.of(new Job(1, "sealing", "Sector 10: proof", proofDone, 100, "", now - 31_000, 20.7),
                        new Job(2, "window_proof", "Window 17, partitions 0-2", 3, 5, "partitions", now - 3_000, 2),
                        new Job(3, "check", "Deadline 19: checking faulty sectors", 0, 0, "", now - 1_000, -1)),
                new Cores(3, 2, List.of(new Lane("window", 1, 0, 0), new Lane("replication", 0, 1, 0), new Lane("labels", 0, 0, 4))),
                new Overview.Memory(4_382_720, 17_179_869_184L),
                List.of(new ShardGroup("127.0.0.1:25520", "deadline", 48, 37), new ShardGroup("127.0.0.1:25520", "sector", 10, 10)),
                List.of(new StoryLine(3, now - 12_000, "window of deadline 16", "MISSED: no proof before epoch 960", Tone.bad),
                        new StoryLine(2, now - 14_000, "sector 9", "committed, active at epoch 941", Tone.done),
                        new StoryLine(1, now - 90_000, "sector 9", "pre-commitment sent (bafy2bza…qm3xyz)", Tone.none)),
                new Figures("12288", "12288", "1024000", "99999991000000000000000", "5000000000000000000", 1, 0, 31, 212, 1, 2,
                        new Overview.Sweep(1_700_000_000_000L, 1, 2, 4096), List.of(new Overview.StageCount("SEALING", 3)), 1)));
    }

    private static DeadlineCell cell(int index) {
        DeadlineCell.Kind kind = switch (index) {
            case 9 -> DeadlineCell.Kind.faulty;
            case 16 -> DeadlineCell.Kind.missed;
            case 17 -> DeadlineCell.Kind.open;
            default -> index < 16 ? DeadlineCell.Kind.proven : index % 7 == 0 ? DeadlineCell.Kind.empty : DeadlineCell.Kind.coming;
        };
        boolean empty = kind == DeadlineCell.Kind.empty;
        return new DeadlineCell(index, kind, index == 17, empty ? 0 : 1, index < 16 ? 1 : 0, empty ? 0 : 2, index == 9 ? 1 : 0, 0,
                60L * index, 60L * index + 60, index == 17 ? "proof is being made" : "");
    }

    @Override
    public CompletionStage<JsonNode> view(String name, String argument) {
        return name.equals("info")
                ? CompletableFuture.completedFuture(new ObjectMapper().createObjectNode().put("miner", "t01000"))
                : CompletableFuture.failedFuture(new NoSuchViewException("there is no view " + name));
    }

    @Override
    public Readiness readiness() {
        return readiness;
    }
}
