package io.cairn.actors;

import akka.actor.Address;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AskPattern;
import akka.cluster.sharding.ShardRegion;
import akka.cluster.sharding.typed.GetClusterShardingStats;
import akka.cluster.sharding.typed.GetShardRegionState;
import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import akka.cluster.sharding.typed.javadsl.Entity;
import akka.cluster.sharding.typed.javadsl.EntityRef;
import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import io.cairn.actors.deadline.DeadlineCommand;
import io.cairn.actors.deal.DealCommand;
import io.cairn.actors.file.CatalogueCommand;
import io.cairn.actors.miner.MinerCommand;
import io.cairn.actors.sector.SectorCommand;
import io.cairn.actors.sender.SenderCommand;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

/** The sharded entities of the cluster by their names. */
public final class Shards {
    private static final EntityTypeKey<MinerCommand> MINER = EntityTypeKey.create(MinerCommand.class, "miner");
    private static final EntityTypeKey<DeadlineCommand> DEADLINE = EntityTypeKey.create(DeadlineCommand.class, "deadline");
    private static final EntityTypeKey<SectorCommand> SECTOR = EntityTypeKey.create(SectorCommand.class, "sector");
    private static final EntityTypeKey<DealCommand> DEAL = EntityTypeKey.create(DealCommand.class, "deal");
    private static final EntityTypeKey<SenderCommand> SENDER = EntityTypeKey.create(SenderCommand.class, "sender");
    private static final EntityTypeKey<CatalogueCommand> CATALOGUE = EntityTypeKey.create(CatalogueCommand.class, "catalogue");

    private final ActorSystem<?> system;
    private final ClusterSharding sharding;

    Shards(ActorSystem<?> system) {
        this.system = system;
        this.sharding = ClusterSharding.get(system);
    }

    void miners(Function<String, Behavior<MinerCommand>> behavior) {
        host(MINER, behavior);
    }

    void deadlines(Function<String, Behavior<DeadlineCommand>> behavior) {
        host(DEADLINE, behavior);
    }

    void sectors(Function<String, Behavior<SectorCommand>> behavior) {
        host(SECTOR, behavior);
    }

    void deals(Function<String, Behavior<DealCommand>> behavior) {
        host(DEAL, behavior);
    }

    void senders(Function<String, Behavior<SenderCommand>> behavior) {
        host(SENDER, behavior);
    }

    void catalogues(Function<String, Behavior<CatalogueCommand>> behavior) {
        host(CATALOGUE, behavior);
    }

    /** The miner with an id address. */
    public EntityRef<MinerCommand> miner(long actorId) {
        return sharding.entityRefFor(MINER, EntityIds.miner(actorId));
    }

    /** A deadline of a miner. */
    public EntityRef<DeadlineCommand> deadline(long actorId, int index) {
        return sharding.entityRefFor(DEADLINE, EntityIds.deadline(actorId, index));
    }

    /** A sector of a miner. */
    public EntityRef<SectorCommand> sector(long actorId, long number) {
        return sharding.entityRefFor(SECTOR, EntityIds.sector(actorId, number));
    }

    /** A deal. */
    public EntityRef<DealCommand> deal(String deal) {
        return sharding.entityRefFor(DEAL, deal);
    }

    /** The sender of an address. */
    public EntityRef<SenderCommand> sender(String address) {
        return sharding.entityRefFor(SENDER, address);
    }

    /** The list of files that a miner keeps. */
    public EntityRef<CatalogueCommand> catalogue(long actorId) {
        return sharding.entityRefFor(CATALOGUE, EntityIds.miner(actorId));
    }

    /**
     * Entities of one type that this machine hosts now.
     *
     * @param shards shards with or without entities
     */
    public record Hosted(String type, int shards, long entities) {
    }

    /** What this machine hosts, by type, as its shard regions say. */
    public CompletionStage<List<Hosted>> hosted(Duration timeout) {
        List<CompletableFuture<Hosted>> answers = Stream.of(MINER, DEADLINE, SECTOR, DEAL, SENDER, CATALOGUE)
                .map(key -> hosted(key, timeout).toCompletableFuture()).toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(done -> answers.stream().map(CompletableFuture::join).toList());
    }

    private CompletionStage<Hosted> hosted(EntityTypeKey<?> key, Duration timeout) {
        CompletionStage<ShardRegion.CurrentShardRegionState> state = AskPattern.ask(sharding.shardState(),
                replyTo -> new GetShardRegionState(key, replyTo), timeout, system.scheduler());
        return state.thenApply(region -> new Hosted(key.name(), region.getShards().size(),
                region.getShards().stream().mapToLong(shard -> shard.getEntityIds().size()).sum()));
    }

    /**
     * Entities of one type on one machine of the cluster.
     *
     * @param node   address of the machine, such as {@code 127.0.0.1:25520}
     * @param shards shards with or without entities
     */
    public record Spread(String node, String type, int shards, long entities) {
    }

    /** Where the entities are, by machine and type; machines that do not answer in time are left out. */
    public CompletionStage<List<Spread>> spread(Duration timeout) {
        List<CompletableFuture<List<Spread>>> answers = Stream.of(MINER, DEADLINE, SECTOR, DEAL, SENDER)
                .map(key -> spread(key, timeout).toCompletableFuture()).toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(done -> answers.stream().flatMap(answer -> answer.join().stream()).toList());
    }

    private CompletionStage<List<Spread>> spread(EntityTypeKey<?> key, Duration timeout) {
        CompletionStage<ShardRegion.ClusterShardingStats> stats = AskPattern.ask(sharding.shardState(),
                replyTo -> new GetClusterShardingStats(key, timeout, replyTo), timeout.plus(timeout), system.scheduler());
        return stats.thenApply(cluster -> cluster.getRegions().entrySet().stream()
                .map(region -> spread(key, region.getKey(), region.getValue().getStats().values())).toList());
    }

    private static Spread spread(EntityTypeKey<?> key, Address node, Collection<Object> entities) {
        String name = node.getHost().orElse("here") + node.getPort().map(port -> ":" + port).orElse("");
        return new Spread(name, key.name(), entities.size(), entities.stream().mapToLong(count -> ((Number) count).longValue()).sum());
    }

    private <T> void host(EntityTypeKey<T> key, Function<String, Behavior<T>> behavior) {
        sharding.init(Entity.of(key, context -> behavior.apply(context.getEntityId())));
    }
}
