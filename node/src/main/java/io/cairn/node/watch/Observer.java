package io.cairn.node.watch;

import io.cairn.actors.Provider;
import io.cairn.actors.Shards;
import io.cairn.actors.view.DealView;
import io.cairn.actors.view.DeadlineView;
import io.cairn.actors.view.MinerView;
import io.cairn.actors.view.SectorView;
import io.cairn.node.view.Overview;
import io.cairn.node.view.Spans;
import io.cairn.node.view.Views.Readiness;
import io.cairn.persistence.sector.Chain;
import io.cairn.proofs.MemoryBudget;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.FullNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the provider and its chain once a second, whoever asks and however many. What does not answer is shown as it
 * was last seen, and said to be away.
 */
public final class Observer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Observer.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration BLIND = Duration.ofSeconds(90);
    private static final int DEADLINES = 48;

    private final Provider provider;
    private final MemoryBudget memory;
    private final ChainLook chain;
    private final Pace pace;
    private final Portrait portrait;
    private final Thread thread;
    private final CompletableFuture<Overview> first = new CompletableFuture<>();
    private volatile Overview newest;
    private volatile Facts facts;
    private Optional<Facts.Absence> nodeAway = Optional.empty();
    private Optional<Facts.Absence> providerAway = Optional.empty();
    private Entities entities;
    private Instant headMoved = Instant.now();

    private record Entities(List<DeadlineView> deadlines, List<SectorView> sectors, List<DealView> deals, SortedSet<Long> strangers,
            List<Shards.Spread> shards) {}

    private Observer(Provider provider, MemoryBudget memory, FullNode node, Address miner, String network, Pace pace, long seedDelay) {
        this.provider = provider;
        this.memory = memory;
        this.chain = new ChainLook(node, miner, ANSWER);
        this.pace = pace;
        this.portrait = new Portrait(miner.toString(), network, pace, seedDelay);
        this.thread = Thread.ofPlatform().name("observer").daemon().unstarted(this::observe);
    }

    /**
     * Begins to look.
     *
     * @param memory    what proofs take their memory from
     * @param seedDelay epochs between a pre-commitment and its seed
     */
    public static Observer start(Provider provider, MemoryBudget memory, FullNode node, Address miner, String network, Pace pace,
            long seedDelay) {
        Observer observer = new Observer(provider, memory, node, miner, network, pace, seedDelay);
        observer.thread.start();
        return observer;
    }

    /**
     * What was last seen; waits for the first look, which needs the node's answer.
     *
     * @return fails when looking itself has failed for a while, so that nobody takes old news for new
     */
    public CompletionStage<Overview> overview() {
        Overview last = newest;
        if (last == null) {
            return first;
        }
        Duration age = Duration.between(facts.at(), Instant.now());
        return age.compareTo(BLIND) > 0
                ? CompletableFuture.failedFuture(new IllegalStateException("the provider could not be looked at for "
                        + Spans.words(age.toSeconds()) + "; see cairn.log in the home folder"))
                : CompletableFuture.completedFuture(last);
    }

    /** Whether the provider answers and follows its chain. */
    public Readiness readiness() {
        Facts seen = facts;
        if (seen == null) {
            return new Readiness(false, "the provider has not seen its chain yet");
        }
        if (seen.providerAway().isPresent()) {
            return new Readiness(false, "the provider does not answer: " + seen.providerAway().get().reason());
        }
        if (seen.nodeAway().isPresent()) {
            return new Readiness(false, "the chain node is away: " + seen.nodeAway().get().reason());
        }
        Duration age = Duration.between(headMoved, Instant.now());
        boolean stands = age.compareTo(pace.patience()) > 0
                && !Verdicts.clockWaits(seen, DeadlineCells.of(seen), pace);
        return stands
                ? new Readiness(false, "the node has shown no new head for " + Spans.words(age.toSeconds()))
                : new Readiness(true, "");
    }

    private void observe() {
        String told = "";
        while (!Thread.currentThread().isInterrupted()) {
            try {
                told = failure(told);
                Thread.sleep(PAUSE);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Looks; a failure that repeats itself is logged once. */
    private String failure(String told) throws InterruptedException {
        try {
            look();
            return "";
        } catch (RuntimeException e) {
            if (!told.equals(e.toString())) {
                LOG.warn("a look at the provider failed, looking again each second", e);
            }
            return e.toString();
        }
    }

    private void look() throws InterruptedException {
        Instant now = Instant.now();
        providerAway = absence(providerAway, now, () -> entities = askEntities());
        ChainFacts before = facts == null ? null : facts.chain();
        ChainFacts[] seen = {before};
        if (entities != null) {
            nodeAway = absence(nodeAway, now, () -> seen[0] = chain.look(active()));
        }
        if (seen[0] == null) {
            Thread.sleep(PAUSE);
            return;
        }
        if (before == null || before.height() != seen[0].height()) {
            headMoved = Instant.now();
        }
        facts = new Facts(Instant.now(), seen[0], headMoved, nodeAway, providerAway, entities.deadlines(), entities.sectors(),
                entities.strangers(), entities.shards(), provider.work().list(), entities.deals(), provider.work().load(), new Overview.Memory(memory.inUse(), memory.limit()),
                provider.swept());
        newest = portrait.of(facts);
        first.complete(newest);
    }

    private List<Long> active() {
        return entities.sectors().stream().filter(view -> view.state().chain() == Chain.ACTIVE).map(SectorView::number).toList();
    }

    private Entities askEntities() {
        CompletableFuture<List<DeadlineView>> deadlines = provider.deadlines(DEADLINES).toCompletableFuture();
        CompletableFuture<List<SectorView>> sectors = provider.sectors().toCompletableFuture();
        CompletableFuture<List<DealView>> deals = provider.market().deals().toCompletableFuture();
        CompletableFuture<MinerView> itself = provider.miner().toCompletableFuture();
        CompletableFuture<List<Shards.Spread>> shards = provider.shards().spread(ANSWER).toCompletableFuture();
        CompletableFuture.allOf(deadlines, sectors, deals, itself, shards).orTimeout(ANSWER.toMillis(), TimeUnit.MILLISECONDS).join();
        return new Entities(deadlines.join(), sectors.join(), deals.join(), itself.join().state().strangers(), shards.join());
    }

    private static Optional<Facts.Absence> absence(Optional<Facts.Absence> before, Instant now, Runnable question) {
        try {
            question.run();
            return Optional.empty();
        } catch (RuntimeException e) {
            if (before.isEmpty()) {
                LOG.info("no answer while looking", e);
            }
            return Optional.of(before.orElseGet(() -> new Facts.Absence(now, reason(e))));
        }
    }

    private static String reason(RuntimeException failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof TimeoutException) {
            return "No answer within " + ANSWER.toSeconds() + " s";
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join(ANSWER);
    }
}
