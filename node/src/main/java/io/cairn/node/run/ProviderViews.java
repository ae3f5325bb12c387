package io.cairn.node.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.actors.Provider;
import io.cairn.actors.Shards;
import io.cairn.actors.view.DeadlineView;
import io.cairn.actors.view.MinerView;
import io.cairn.actors.view.SectorView;
import io.cairn.node.report.Reports;
import io.cairn.node.report.SectorStates;
import io.cairn.node.report.Sources;
import io.cairn.node.view.Overview.DeadlineCell;
import io.cairn.node.view.Overview;
import io.cairn.node.view.Views;
import io.cairn.persistence.deadline.WindowOutcome;
import io.cairn.persistence.deadline.WindowState;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.api.MinerPower;
import io.cairn.protocol.api.Tipset;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.deadline.DeadlineInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** What the faces show, from the provider's entities and its node. */
final class ProviderViews implements Views {

    private static final int DEADLINES = 48;
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration STALE = Duration.ofSeconds(30);

    private final Provider provider;
    private final FullNode node;
    private final Address miner;
    private final String network;
    private final Reports reports;
    private final ObjectMapper json = new ObjectMapper().findAndRegisterModules();
    private volatile long lastHeight = -1;
    private volatile Instant lastMoved = Instant.now();

    ProviderViews(Provider provider, FullNode node, Address miner, String network) {
        this.provider = provider;
        this.node = node;
        this.miner = miner;
        this.network = network;
        this.reports = new Reports(new Sources(provider, node, miner, network, Instant.now()));
    }

    private record Facts(Tipset head, DeadlineInfo now, MinerPower power, MinerView miner, List<DeadlineView> deadlines,
            List<SectorView> sectors, List<Shards.Hosted> shards) {}

    private CompletionStage<Facts> facts() {
        CompletableFuture<Tipset> head = node.chainHead();
        CompletableFuture<DeadlineInfo> now = node.stateMinerProvingDeadline(miner, TipsetKey.EMPTY);
        CompletableFuture<MinerPower> power = node.stateMinerPower(miner, TipsetKey.EMPTY);
        CompletableFuture<MinerView> known = provider.miner().toCompletableFuture();
        CompletableFuture<List<DeadlineView>> deadlines = provider.deadlines(DEADLINES).toCompletableFuture();
        CompletableFuture<List<SectorView>> sectors = provider.sectors().toCompletableFuture();
        CompletableFuture<List<Shards.Hosted>> shards = provider.shards().hosted(LOOK).toCompletableFuture();
        return CompletableFuture.allOf(head, now, power, known, deadlines, sectors, shards).thenApply(_ -> {
            noteHead(head.join().height());
            return new Facts(head.join(), now.join(), power.join(), known.join(), deadlines.join(),
                    sectors.join(), shards.join());
        });
    }

    private void noteHead(long height) {
        if (height != lastHeight) {
            lastHeight = height;
            lastMoved = Instant.now();
        }
    }

    @Override
    public CompletionStage<Overview> overview() {
        return facts().thenApply(this::overview);
    }

    private Overview overview(Facts facts) {
        List<DeadlineCell> cells = facts.deadlines().stream().map(view -> cell(view, facts.now())).toList();
        List<String> alerts = alerts(facts);
        return new Overview(
                miner.toString(), network, facts.head().height(),
                Duration.between(lastMoved, Instant.now()).toMillis() / 1000.0,
                sentence(cells, alerts, facts.now()), alerts, tiles(facts), cells, states(facts.sectors()),
                facts.deadlines().stream().filter(DeadlineView::proving)
                        .map(view -> new Overview.RunningProof("Window " + view.index(), 0, 0)).toList(),
                facts.shards().stream()
                        .map(hosted -> new Overview.ShardGroup(hosted.type(), hosted.entities(), hosted.shards())).toList());
    }

    private static DeadlineCell cell(DeadlineView view, DeadlineInfo now) {
        boolean current = view.index() == now.index();
        if (view.windows().isEmpty()) {
            long open = now.periodStart() + 60L * view.index();
            return new DeadlineCell(view.index(), DeadlineCell.Kind.empty, current, 0, 0, 0, open, open + 60);
        }
        WindowState newest = view.windows().getLast();
        long sectors = newest.batches().stream().mapToLong(batch -> batch.sectors()).sum();
        long skipped = newest.batches().stream().mapToLong(batch -> batch.skipped()).sum();
        long partitions = newest.batches().stream().mapToLong(batch -> batch.partitions().size()).sum();
        return new DeadlineCell(view.index(), kind(newest, skipped, current), current, partitions, sectors, skipped,
                newest.window().open(), newest.window().close());
    }

    private static DeadlineCell.Kind kind(WindowState window, long skipped, boolean current) {
        if (window.outcome().isEmpty()) {
            return current ? DeadlineCell.Kind.open : DeadlineCell.Kind.coming;
        }
        return switch (window.outcome().get()) {
            case WindowOutcome.MISSED -> DeadlineCell.Kind.missed;
            case WindowOutcome.EMPTY -> DeadlineCell.Kind.empty;
            case WindowOutcome.PROVEN -> skipped > 0 ? DeadlineCell.Kind.faulty : DeadlineCell.Kind.proven;
        };
    }

    private List<String> alerts(Facts facts) {
        List<String> alerts = new ArrayList<>();
        facts.sectors().stream()
                .filter(view -> view.state().troubles().hold().isPresent())
                .forEach(view -> alerts.add("Sector " + view.number() + " waits for you: " + view.state().troubles().last()));
        facts.deadlines().stream()
                .filter(view -> view.windows().stream().anyMatch(window -> window.outcome().equals(Optional.of(WindowOutcome.MISSED))))
                .forEach(view -> alerts.add("Deadline " + view.index() + " missed a window: "
                        + view.windows().getLast().detail()));
        if (Duration.between(lastMoved, Instant.now()).compareTo(STALE) > 0) {
            alerts.add("The node has shown no new head since " + lastMoved + "; see that it runs and can be reached.");
        }
        return alerts;
    }

    private static String sentence(List<DeadlineCell> cells, List<String> alerts, DeadlineInfo now) {
        long missed = cells.stream().filter(cell -> cell.kind() == DeadlineCell.Kind.missed).count();
        String next = " Deadline " + now.index() + " closes at epoch " + now.close() + ".";
        if (missed > 0) {
            return missed + " of 48 deadlines missed their last window." + next;
        }
        return (alerts.isEmpty() ? "No window missed." : "No window missed, but something needs a hand.") + next;
    }

    private static List<Overview.Tile> tiles(Facts facts) {
        long active = facts.sectors().stream().filter(view -> SectorStates.of(view.state()).equals("ACTIVE")).count();
        return List.of(
                new Overview.Tile("Power", facts.power().minerPower().rawBytePower() + " B",
                        "of " + facts.power().totalPower().rawBytePower() + " B of the network"),
                new Overview.Tile("Sectors active", active + " / " + facts.sectors().size(), "on the chain"),
                new Overview.Tile("Deadline now", String.valueOf(facts.now().index()),
                        "epochs " + facts.now().open() + " to " + facts.now().close()));
    }

    private static List<Overview.StateCount> states(List<SectorView> sectors) {
        Map<String, Long> counts = sectors.stream().collect(
                Collectors.groupingBy(view -> SectorStates.of(view.state()), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream().map(entry -> new Overview.StateCount(entry.getKey(), entry.getValue())).toList();
    }

    @Override
    public CompletionStage<JsonNode> view(String name, String argument) {
        CompletionStage<JsonNode> report = reports.report(name, argument);
        return name.equals("info") && argument.isEmpty() ? report.thenCombine(overview(), this::withAlerts) : report;
    }

    private JsonNode withAlerts(JsonNode info, Overview overview) {
        ObjectNode whole = (ObjectNode) info;
        whole.put("headAgeSeconds", overview.headAgeSeconds()).put("sentence", overview.sentence());
        whole.set("alerts", json.valueToTree(overview.alerts()));
        whole.set("jobs", json.valueToTree(overview.proofs()));
        return whole;
    }

    @Override
    public Readiness readiness() {
        long seconds = Duration.between(lastMoved, Instant.now()).toSeconds();
        return seconds <= STALE.toSeconds()
                ? new Readiness(true, "")
                : new Readiness(false, "the node has shown no new head for " + seconds + " s");
    }
}
