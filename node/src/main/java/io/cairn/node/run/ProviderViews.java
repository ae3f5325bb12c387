package io.cairn.node.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cairn.actors.Provider;
import io.cairn.actors.Shards;
import io.cairn.actors.view.DeadlineView;
import io.cairn.actors.view.MinerView;
import io.cairn.actors.view.SectorView;
import io.cairn.node.view.NoSuchViewException;
import io.cairn.node.view.Overview;
import io.cairn.node.view.Overview.DeadlineCell;
import io.cairn.node.view.Views;
import io.cairn.persistence.deadline.WindowOutcome;
import io.cairn.persistence.deadline.WindowState;
import io.cairn.persistence.sector.SectorState;
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
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the faces show, from the provider's entities and its node. */
final class ProviderViews implements Views {

    private static final int DEADLINES = 48;
    private static final int SHOWN_TIPSETS = 20;
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration STALE = Duration.ofSeconds(30);

    private final Provider provider;
    private final FullNode node;
    private final Address miner;
    private final String network;
    private final ObjectMapper json = new ObjectMapper().findAndRegisterModules();
    private volatile long lastHeight = -1;
    private volatile Instant lastMoved = Instant.now();

    ProviderViews(Provider provider, FullNode node, Address miner, String network) {
        this.provider = provider;
        this.node = node;
        this.miner = miner;
        this.network = network;
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
        long active = facts.sectors().stream().filter(view -> stateOf(view.state()).equals("ACTIVE")).count();
        return List.of(
                new Overview.Tile("Power", facts.power().minerPower().rawBytePower() + " B",
                        "of " + facts.power().totalPower().rawBytePower() + " B of the network"),
                new Overview.Tile("Sectors active", active + " / " + facts.sectors().size(), "on the chain"),
                new Overview.Tile("Deadline now", String.valueOf(facts.now().index()),
                        "epochs " + facts.now().open() + " to " + facts.now().close()));
    }

    private static String stateOf(SectorState state) {
        return switch (state.chain()) {
            case NONE -> state.seal().name();
            default -> state.chain().name();
        };
    }

    private static List<Overview.StateCount> states(List<SectorView> sectors) {
        Map<String, Long> counts = sectors.stream().collect(
                Collectors.groupingBy(view -> stateOf(view.state()), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream().map(entry -> new Overview.StateCount(entry.getKey(), entry.getValue())).toList();
    }

    @Override
    public CompletionStage<JsonNode> view(String name, String argument) {
        return switch (name) {
            case "info" -> facts().thenApply(this::info);
            case "deadlines" -> argument.isEmpty()
                    ? provider.deadlines(DEADLINES).thenApply(list(this::deadline))
                    : provider.deadline(index(argument)).thenApply(this::deadline);
            case "sectors" -> argument.isEmpty()
                    ? provider.sectors().thenApply(list(this::sector))
                    : provider.sector(number(argument)).thenApply(this::sectorWithHistory);
            case "chain" -> chain();
            default -> CompletableFuture.failedFuture(new NoSuchViewException(
                    "there is no view " + name + "; there are info, deadlines, sectors and chain"));
        };
    }

    private <T> Function<List<T>, JsonNode> list(Function<T, JsonNode> one) {
        return all -> {
            ArrayNode nodes = json.createArrayNode();
            all.forEach(each -> nodes.add(one.apply(each)));
            return nodes;
        };
    }

    private static int index(String text) {
        long index = number(text);
        if (index >= DEADLINES) {
            throw new NoSuchViewException("deadline is " + text + "; expected 0 to 47");
        }
        return (int) index;
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new NoSuchViewException("number is " + text + "; expected decimal digits");
        }
        return Long.parseLong(text);
    }

    private ObjectNode info(Facts facts) {
        ObjectNode info = json.createObjectNode();
        info.put("miner", miner.toString()).put("network", network).put("height", facts.head().height());
        facts.miner().state().identity().ifPresent(identity -> info
                .put("owner", identity.owner()).put("worker", identity.worker()).put("sectorSize", identity.sectorSize()));
        info.put("rawBytePower", facts.power().minerPower().rawBytePower().toString());
        info.put("networkRawBytePower", facts.power().totalPower().rawBytePower().toString());
        info.put("hasMinPower", facts.power().hasMinPower());
        info.put("deadline", facts.now().index()).put("deadlineOpen", facts.now().open()).put("deadlineClose", facts.now().close());
        ObjectNode sectors = info.putObject("sectors");
        states(facts.sectors()).forEach(row -> sectors.put(row.state(), row.count()));
        return info;
    }

    private JsonNode deadline(DeadlineView view) {
        ObjectNode node = json.createObjectNode().put("deadline", view.index()).put("proving", view.proving());
        ArrayNode windows = node.putArray("windows");
        view.windows().forEach(window -> windows.addObject()
                .put("open", window.window().open()).put("close", window.window().close())
                .put("state", window.outcome().map(Enum::name).orElse(window.proving().name()))
                .put("proofs", window.batches().size()).put("failures", window.failures()).put("detail", window.detail()));
        return node;
    }

    private ObjectNode sector(SectorView view) {
        SectorState state = view.state();
        return json.createObjectNode().put("sector", view.number()).put("state", stateOf(state))
                .put("files", state.files().name()).put("pieces", state.pieces().size())
                .put("commD", state.replica().commD()).put("commR", state.replica().commR())
                .put("preCommit", state.onChain().preCommitCid()).put("commit", state.onChain().commitCid())
                .put("activation", state.onChain().activation()).put("expiration", state.onChain().expiration())
                .put("lastTrouble", state.troubles().last());
    }

    private JsonNode sectorWithHistory(SectorView view) {
        if (view.state().created().isEmpty()) {
            throw new NoSuchViewException("there is no sector " + view.number());
        }
        ObjectNode node = sector(view);
        ArrayNode history = node.putArray("history");
        view.state().history().forEach(moment -> history.addObject()
                .put("at", Instant.ofEpochMilli(moment.at()).toString()).put("what", moment.what()).put("note", moment.note()));
        return node;
    }

    private CompletionStage<JsonNode> chain() {
        return node.chainHead().thenCompose(head -> tipsets(head, json.createArrayNode()));
    }

    private CompletionStage<JsonNode> tipsets(Tipset tipset, ArrayNode into) {
        ObjectNode row = into.addObject().put("height", tipset.height());
        ArrayNode blocks = row.putArray("blocks");
        tipset.blocks().forEach(block -> blocks.addObject().put("cid", block.cid().toString()).put("miner", block.miner().toString()));
        if (into.size() >= SHOWN_TIPSETS || tipset.height() == 0) {
            return CompletableFuture.completedFuture(into);
        }
        return node.chainGetTipSet(new TipsetKey(tipset.blocks().getFirst().parents())).thenCompose(parent -> tipsets(parent, into));
    }

    @Override
    public Readiness readiness() {
        long seconds = Duration.between(lastMoved, Instant.now()).toSeconds();
        return seconds <= STALE.toSeconds()
                ? new Readiness(true, "")
                : new Readiness(false, "the node has shown no new head for " + seconds + " s");
    }
}
