package io.cairn.actors;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.Props;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.ClusterSingleton;
import akka.cluster.typed.Join;
import akka.cluster.typed.SingletonActor;
import io.cairn.actors.chain.ChainAccess;
import io.cairn.actors.chain.HeadChange;
import io.cairn.actors.chain.HeadWatcher;
import io.cairn.actors.chain.Ledger;
import io.cairn.actors.chain.MarketAccess;
import io.cairn.actors.chain.Outbound;
import io.cairn.actors.deadline.Crew;
import io.cairn.actors.deadline.Deadline;
import io.cairn.actors.deadline.DeadlineCommand;
import io.cairn.actors.deadline.WindowMessages;
import io.cairn.actors.deadline.WorkingCrew;
import io.cairn.actors.deal.Deal;
import io.cairn.actors.deal.DealCommand;
import io.cairn.actors.deal.DealCrew;
import io.cairn.actors.deal.WorkingDealCrew;
import io.cairn.actors.file.Catalogue;
import io.cairn.actors.miner.Family;
import io.cairn.actors.miner.Miner;
import io.cairn.actors.miner.MinerCommand;
import io.cairn.actors.node.NodeChain;
import io.cairn.actors.node.NodeMarket;
import io.cairn.actors.ports.SealingTasks;
import io.cairn.actors.ports.StoredSectors;
import io.cairn.actors.ports.WindowProver;
import io.cairn.actors.sector.SealingMessages;
import io.cairn.actors.sector.Sector;
import io.cairn.actors.sector.SectorCommand;
import io.cairn.actors.sector.SectorCrew;
import io.cairn.actors.sector.WorkingSectorCrew;
import io.cairn.actors.sender.ChoosingOutbox;
import io.cairn.actors.sender.Outbox;
import io.cairn.actors.sender.Purse;
import io.cairn.actors.sender.Sender;
import io.cairn.actors.sender.SenderCommand;
import io.cairn.actors.sender.Wallet;
import io.cairn.actors.sweep.ShardedSectors;
import io.cairn.actors.sweep.Sweep;
import io.cairn.actors.sweep.SweepResult;
import io.cairn.actors.sweep.Sweeper;
import io.cairn.actors.view.DeadlineView;
import io.cairn.actors.view.MinerView;
import io.cairn.actors.view.SectorView;
import io.cairn.actors.wire.MinerMessages;
import io.cairn.actors.work.BusySign;
import io.cairn.actors.work.RunningTask;
import io.cairn.actors.work.RunningWork;
import io.cairn.actors.work.UnderWay;
import io.cairn.actors.work.Work;
import io.cairn.actors.work.WorkKind;
import io.cairn.persistence.sector.Piece;
import io.cairn.persistence.sector.SectorKind;
import io.cairn.persistence.sector.SectorState;
import io.cairn.proofs.SectorFinding;
import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A storage provider at work: the one place where its entities, its chain and its provers are put together. */
public final class Provider {
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final ProviderSettings settings;
    private final Shards shards;
    private final StoredSectors storedSectors;
    private final Executor blocking;
    private final RunningWork work;
    private final UnderWay underWay = new UnderWay();
    private final Marketplace market;
    private final Outbox outbox;
    private final AtomicReference<SweepResult> swept = new AtomicReference<>();

    private Provider(ProviderSettings settings, Shards shards, Ports ports, Executor blocking) {
        this.outbox = new ChoosingOutbox(settings.miner(), shards, ports.chain(), ports.wallet(), settings.addresses(), settings.answer());
        this.settings = settings;
        this.shards = shards;
        this.storedSectors = ports.storedSectors();
        this.blocking = blocking;
        this.work = new RunningWork(Clock.systemUTC(), ports.dispatcher());
        this.market = new Marketplace(settings, shards, ports);
    }

    /**
     * Starts a provider over a full node.
     *
     * @param wallet where the keys of the miner's worker are
     * @param dispatcher whose cores compute everything; it stays open
     */
    public static Provider start(ActorSystem<?> system, ProviderSettings settings, FullNode node, Wallet wallet,
                                 WindowProver windowProver, SealingTasks sealingTasks, StoredSectors storedSectors, ProofDispatcher dispatcher) {
        MinerMessages messages = new MinerMessages();
        return start(system, settings, new Ports(new NodeChain(node), wallet, windowProver, messages, sealingTasks, messages,
                storedSectors, new NodeMarket(node), dispatcher));
    }

    /**
     * Starts a provider on a node of a cluster. A node without seed nodes forms a cluster of its own.
     */
    public static Provider start(ActorSystem<?> system, ProviderSettings settings, Ports ports) {
        Shards shards = new Shards(system);
        Executor blocking = system.dispatchers().lookup(DispatcherSelector.fromConfig("cairn.blocking-dispatcher"));
        Provider provider = new Provider(settings, shards, ports, blocking);
        provider.host(system, ports);
        Cluster cluster = Cluster.get(system);
        if (system.settings().config().getStringList("akka.cluster.seed-nodes").isEmpty()) {
            cluster.manager().tell(Join.create(cluster.selfMember().address()));
        }
        ClusterSingleton.get(system).init(SingletonActor.of(
                HeadWatcher.create(ports.chain(), settings.patience(), change ->
                        shards.miner(settings.miner()).tell(new MinerCommand.HeadChanged(change))), "head-watcher")
                .withStopMessage(HeadWatcher.Stop.NOW));
        system.systemActorOf(BusySign.create(ports.chain(), EntityIds.miner(settings.miner()) + "@" + cluster.selfMember().address(),
                provider::busy, settings.glance()), "busy-sign", Props.empty());
        system.systemActorOf(Sweeper.create(provider.sweep(ports), settings.sweep(), provider.swept::set), "sweeper", Props.empty());
        return provider;
    }

    /** What a provider needs of the world. */
    public record Ports(ChainAccess chain, Wallet wallet, WindowProver windowProver, WindowMessages windowMessages,
                        SealingTasks sealingTasks, SealingMessages sealingMessages, StoredSectors storedSectors, MarketAccess market,
                        ProofDispatcher dispatcher) {
    }

    /**
     * Begins a sector without data.
     *
     * @param requestId asking again under the same id is about the same sector
     * @param sealProof wire number of the registered seal proof
     * @param duration  wanted life in epochs, 0 for the one in the settings
     * @return the sector's number
     */
    public CompletionStage<Long> pledge(String requestId, int sealProof, long duration) {
        long life = duration == 0 ? settings.sectorLifetime() : duration;
        long size = RegisteredSealProof.of(sealProof).sectorSize().bytes();
        return shards.miner(settings.miner())
                .<MinerCommand.Allocated>ask(replyTo -> new MinerCommand.AllocateSector(requestId, replyTo), LOOK)
                .thenCompose(number -> shards.sector(settings.miner(), number.sector())
                        .<SectorCommand.Answer>ask(replyTo -> new SectorCommand.Create(SectorKind.CAPACITY, sealProof, size, life, replyTo), LOOK)
                        .thenApply(answer -> {
                            requireFollowed(answer.refusal());
                            return number.sector();
                        }));
    }

    /** Closes an open sector and seals it. */
    public CompletionStage<Void> seal(long sector) {
        return tell(sector, SectorCommand.StartSealing::new).thenApply(answer -> null);
    }

    /** Goes on with a sector that waits for an operator. */
    public CompletionStage<Void> resume(long sector, String by) {
        return tell(sector, replyTo -> new SectorCommand.Resume(by, replyTo)).thenApply(answer -> null);
    }

    /** Gives a sector up. */
    public CompletionStage<Void> remove(long sector, String reason) {
        return tell(sector, replyTo -> new SectorCommand.Remove(reason, replyTo)).thenApply(answer -> null);
    }

    private CompletionStage<SectorCommand.Answer> tell(long sector, Function<ActorRef<SectorCommand.Answer>, SectorCommand> command) {
        return shards.sector(settings.miner(), sector).<SectorCommand.Answer>ask(command::apply, LOOK).thenApply(answer -> {
            requireFollowed(answer.refusal());
            return answer;
        });
    }

    private static void requireFollowed(String refusal) {
        if (!refusal.isEmpty()) {
            throw new IllegalStateException(refusal);
        }
    }

    /**
     * Writes the unpadded data of a part of a sector, see {@link StoredSectors#readPiece}.
     *
     * @param offset first byte as it stands in the sector, a multiple of 128
     * @param size   bytes as they stand in the sector, a multiple of 128
     */
    public CompletionStage<Void> readPiece(long sector, long offset, long size, OutputStream out, Progress progress) {
        Work unsealing = new Work(WorkKind.UNSEALING, "sector " + sector, "reading data", "");
        return sector(sector).thenAcceptAsync(view -> work.run(unsealing, progress, listed -> {
            storedSectors.readPiece(SealingTasks.Job.of(view.state()), offset, size, out, listed);
            return sector;
        }), blocking);
    }

    /**
     * What is wrong with the files of a sector, see {@link StoredSectors#check}.
     *
     * @param full whether every byte is checked
     */
    public CompletionStage<List<SectorFinding>> check(long sector, boolean full, Progress progress) {
        Work check = new Work(WorkKind.CHECK, "sector " + sector, full ? "every byte" : "a few places", "nodes");
        return sector(sector).thenCompose(view -> work.compute(full ? Priority.CHECK : Priority.WINDOW, check, progress,
                listed -> storedSectors.check(SealingTasks.Job.of(view.state()), full, listed)));
    }

    /** One sector as it is known now, with its history. */
    public CompletionStage<SectorView> sector(long number) {
        return shards.sector(settings.miner(), number).ask(SectorCommand.Look::new, LOOK);
    }

    /** All sectors that have not ended, by number. */
    public CompletionStage<List<SectorView>> sectors() {
        return miner().thenCompose(view -> Waits.all(view.state().sectors().stream().map(this::sector).toList()));
    }

    /** The miner as it is known now. */
    public CompletionStage<MinerView> miner() {
        return shards.miner(settings.miner()).ask(MinerCommand.Look::new, LOOK);
    }

    /** One deadline as it is known now. */
    public CompletionStage<DeadlineView> deadline(int index) {
        return shards.deadline(settings.miner(), index).ask(DeadlineCommand.Look::new, LOOK);
    }

    /** All deadlines of a proving period, by their index. */
    public CompletionStage<List<DeadlineView>> deadlines(int count) {
        return Waits.all(IntStream.range(0, count).mapToObj(this::deadline).toList());
    }

    /** Sends a message from an address whose key the provider's wallet holds; the same id always stands for the same message. */
    public CompletionStage<SenderCommand.Answer> send(String requestId, Outbound message) {
        return outbox.send(requestId, message);
    }

    /** Deals and users' files. */
    public Marketplace market() {
        return market;
    }

    /** The entities, for those who send them commands. */
    public Shards shards() {
        return shards;
    }

    /** The long computations that run in this process now, the oldest first. */
    public List<RunningTask> running() {
        return work.list();
    }

    /** Where long computations of this process are listed, for work that begins outside of the entities. */
    public RunningWork work() {
        return work;
    }

    /** What the entities of this process have under way, for those whose work begins outside of the entities. */
    public UnderWay underWay() {
        return underWay;
    }

    /** What the newest sweep over all sectors has found; absent before the first. */
    public Optional<SweepResult> swept() {
        return Optional.ofNullable(swept.get());
    }

    private Sweep sweep(Ports ports) {
        return new Sweep(settings.miner(), new ShardedSectors(settings.miner(), shards, LOOK), ports.storedSectors(), ports.sealingTasks(),
                blocking, Clock.systemUTC());
    }

    private boolean busy() {
        return underWay.any() || !work.list().isEmpty();
    }

    private void host(ActorSystem<?> system, Ports ports) {
        Crew crew = new WorkingCrew(ports.chain(), ports.windowProver(), ports.windowMessages(), outbox, settings.crew(),
                work, underWay, blocking);
        shards.miners(entity -> Miner.create(entity, ports.chain(), family(), settings.market(), Clock.systemUTC()));
        shards.deadlines(entity -> Deadline.create(entity, settings.confidence(), crew));
        SectorCrew sectorCrew = new WorkingSectorCrew(ports.chain(), ports.sealingTasks(), ports.sealingMessages(), outbox,
                new Purse(ports.chain(), settings.miner()), neighbours(), settings.maxSealFee(), work, underWay, blocking);
        shards.sectors(entity -> Sector.create(entity, settings.preCommitDelay(), settings.messageConfidence(),
                settings.market().sectorWait(), sectorCrew));
        DealCrew dealCrew = new WorkingDealCrew(settings.miner(), ports.chain(), ports.market(), ports.sealingTasks(), outbox,
                market, settings.maxSealFee(), settings.messageConfidence(), underWay, work);
        shards.deals(id -> Deal.create(id, dealCrew, settings.market().startBuffer(), Clock.systemUTC()));
        shards.catalogues(Catalogue::create);
        shards.senders(address -> Sender.create(address, ports.chain(), ports.wallet(), settings.poll()));
    }

    private WorkingSectorCrew.Neighbours neighbours() {
        return new WorkingSectorCrew.Neighbours() {
            @Override
            public void active(SectorState state) {
                dealsOf(state).forEach(deal -> shards.deal(deal).tell(new DealCommand.SectorActive(state.onChain().activation())));
            }

            @Override
            public void ended(SectorState state) {
                long number = state.created().orElseThrow().number();
                shards.miner(settings.miner()).tell(new MinerCommand.SectorEnded(number));
                dealsOf(state).forEach(deal -> shards.deal(deal).tell(new DealCommand.SectorLost(number,
                        "sector " + number + (state.removed() ? " was removed" : " is " + state.chain().name().toLowerCase(Locale.ROOT)))));
            }
        };
    }

    private static List<String> dealsOf(SectorState state) {
        return state.pieces().stream().map(Piece::deal).filter(deal -> !deal.isEmpty()).toList();
    }

    private Family family() {
        return new Family() {
            @Override
            public void deadline(int index, DeadlineCommand command) {
                shards.deadline(settings.miner(), index).tell(command);
            }

            @Override
            public void sector(long number, HeadChange change) {
                shards.sector(settings.miner(), number).tell(new SectorCommand.HeadChanged(change));
            }

            @Override
            public void standing(long number, Ledger.Standing standing, long head) {
                shards.sector(settings.miner(), number).tell(new SectorCommand.Stands(standing, head));
            }

            @Override
            public void deal(String deal, HeadChange change) {
                shards.deal(deal).tell(new DealCommand.HeadChanged(change));
            }
        };
    }
}
