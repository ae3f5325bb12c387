package io.cairn.node.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cairn.node.view.NoSuchViewException;
import io.cairn.node.view.Overview;
import io.cairn.node.view.Overview.DeadlineCell;
import io.cairn.node.view.Views;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** A provider that exists only in this test: its numbers are invented, its head moves at every question. */
final class InventedViews implements Views {

    final AtomicLong height = new AtomicLong(1_000);
    volatile Readiness readiness = new Readiness(true, "");

    @Override
    public CompletionStage<Overview> overview() {
        return CompletableFuture.completedFuture(new Overview(
                "t01000",
                "invented",
                height.incrementAndGet(),
                0.3,
                "Every window proven. Next window closes in 12 minutes.",
                List.of("Sector 7 is unreadable: one bit differs. It was skipped in deadline 17; repair the file."),
                List.of(
                        new Overview.Tile("Power", "12 KiB", "1.2 % of the network"),
                        new Overview.Tile("Proving now", "6 / 7", "sectors")),
                IntStream.range(0, 48).mapToObj(InventedViews::cell).toList(),
                List.of(new Overview.StateCount("active", 6), new Overview.StateCount("layers", 1)),
                List.of(new Overview.RunningProof("Window 17", 3, 5)),
                List.of(new Overview.ShardGroup("Deadline", 48, 30), new Overview.ShardGroup("Sector", 7, 7))));
    }

    private static DeadlineCell cell(int index) {
        DeadlineCell.Kind kind = index == 16
                ? DeadlineCell.Kind.missed
                : index == 17
                        ? DeadlineCell.Kind.open
                        : index == 9 ? DeadlineCell.Kind.faulty : index < 16 ? DeadlineCell.Kind.proven
                                : index % 7 == 0 ? DeadlineCell.Kind.empty : DeadlineCell.Kind.coming;
        return new DeadlineCell(index, kind, index == 17, 1, 2, index == 9 ? 1 : 0, 60L * index, 60L * index + 60);
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
