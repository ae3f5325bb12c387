package io.cairn.actors;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.DispatcherSelector;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.ClusterSingleton;
import akka.cluster.typed.Join;
import akka.cluster.typed.SingletonActor;
import io.cairn.actors.chain.ChainAccess;
import io.cairn.actors.chain.HeadChange;
import io.cairn.actors.chain.HeadWatcher;
import io.cairn.actors.deadline.Crew;
import io.cairn.actors.deadline.Deadline;
import io.cairn.actors.deadline.DeadlineCommand;
import io.cairn.actors.deadline.WindowMessages;
import io.cairn.actors.deadline.WorkingCrew;
import io.cairn.actors.deal.DealCommand;
import io.cairn.actors.miner.Family;
import io.cairn.actors.miner.Miner;
import io.cairn.actors.miner.MinerCommand;
import io.cairn.actors.ports.WindowProver;
import io.cairn.actors.sector.SectorCommand;
import io.cairn.actors.sender.Outbox;
import io.cairn.actors.sender.Sender;
import io.cairn.actors.sender.SenderCommand;
import io.cairn.actors.sender.Wallet;
import io.cairn.actors.view.DeadlineView;
import io.cairn.actors.view.MinerView;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/** A storage provider at work: the one place where its entities, its chain and its provers are put together. */
public final class Provider {
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final ProviderSettings settings;
    private final Shards shards;

    private Provider(ProviderSettings settings, Shards shards) {
        this.settings = settings;
        this.shards = shards;
    }

    /**
     * Starts a provider on a node of a cluster. A node without seed nodes forms a cluster of its own.
     */
    public static Provider start(ActorSystem<?> system, ProviderSettings settings, Ports ports) {
        Shards shards = new Shards(system);
        Provider provider = new Provider(settings, shards);
        provider.host(system, ports);
        Cluster cluster = Cluster.get(system);
        if (system.settings().config().getStringList("akka.cluster.seed-nodes").isEmpty()) {
            cluster.manager().tell(Join.create(cluster.selfMember().address()));
        }
        ClusterSingleton.get(system).init(SingletonActor.of(
                HeadWatcher.create(ports.chain(), settings.patience(), change ->
                        shards.miner(settings.miner()).tell(new MinerCommand.HeadChanged(change))), "head-watcher")
                .withStopMessage(HeadWatcher.Stop.NOW));
        return provider;
    }

    /** What a provider needs of the world. */
    public record Ports(ChainAccess chain, Wallet wallet, WindowProver windowProver, WindowMessages windowMessages) {
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
        List<CompletableFuture<DeadlineView>> views = IntStream.range(0, count)
                .mapToObj(index -> deadline(index).toCompletableFuture()).toList();
        return CompletableFuture.allOf(views.toArray(CompletableFuture[]::new))
                .thenApply(all -> views.stream().map(CompletableFuture::join).toList());
    }

    /** The entities, for those who send them commands. */
    public Shards shards() {
        return shards;
    }

    private void host(ActorSystem<?> system, Ports ports) {
        Executor proofs = system.dispatchers().lookup(DispatcherSelector.fromConfig("cairn.proof-dispatcher"));
        Executor blocking = system.dispatchers().lookup(DispatcherSelector.fromConfig("cairn.blocking-dispatcher"));
        Outbox outbox = (requestId, message) -> shards.sender(message.from())
                .ask(replyTo -> new SenderCommand.Send(requestId, message, replyTo), settings.answer());
        Crew crew = new WorkingCrew(ports.chain(), ports.windowProver(), ports.windowMessages(), outbox, settings.crew(),
                proofs, blocking);
        shards.miners(entity -> Miner.create(entity, ports.chain(), family()));
        shards.deadlines(entity -> Deadline.create(entity, settings.confidence(), crew));
        shards.senders(address -> Sender.create(address, ports.chain(), ports.wallet(), settings.poll()));
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
            public void deal(String deal, HeadChange change) {
                shards.deal(deal).tell(new DealCommand.HeadChanged(change));
            }
        };
    }
}
