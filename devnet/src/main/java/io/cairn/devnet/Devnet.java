package io.cairn.devnet;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import io.cairn.devnet.api.FullNodeTable;
import io.cairn.devnet.chain.Chain;
import io.cairn.devnet.clock.EpochClock;
import io.cairn.devnet.genesis.DevnetKeys;
import io.cairn.devnet.keeper.BlockProducer;
import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.devnet.rpc.AuthMethods;
import io.cairn.devnet.rpc.MethodTable;
import io.cairn.devnet.rpc.Permission;
import io.cairn.devnet.rpc.RpcServer;
import io.cairn.devnet.rpc.Tokens;
import io.cairn.devnet.store.ChainLog;
import io.cairn.protocol.api.LotusJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Filecoin chain in one process, served as a Lotus node serves it. */
public final class Devnet implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final ActorSystem<Void> system;
    private final Chain chain;
    private final BlockProducer producer;
    private final EpochClock clock;
    private final RpcServer server;
    private final String token;

    private Devnet(ActorSystem<Void> system, Chain chain, BlockProducer producer, EpochClock clock, RpcServer server, String token) {
        this.system = system;
        this.chain = chain;
        this.producer = producer;
        this.clock = clock;
        this.server = server;
        this.token = token;
    }

    /** Opens or begins the chain, serves it and lets its clock run. */
    public static Devnet start(DevnetSettings settings) {
        DevnetKeys keys = new DevnetKeys(settings.seed().getBytes(StandardCharsets.UTF_8));
        Chain chain = Chain.open(ChainLog.open(settings.folder().resolve("chain.log")), NetworkPolicy.devnet2k(), keys,
                DevnetSettings.NETWORK_NAME, settings.genesisTimestamp(), settings.verifier());
        BlockProducer producer = new BlockProducer(chain);
        EpochClock clock = new EpochClock(chain, producer, settings.timeLapse());
        ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "devnet");
        Tokens tokens = new Tokens(keys.derive("token"));
        MethodTable table = FullNodeTable.of(chain).overlaid(AuthMethods.table(tokens));
        RpcServer server = RpcServer.start(system, new RpcServer.Settings(settings.host(), settings.port(),
                Map.of("/rpc/v1", table, "/rpc/v0", table)), tokens, LotusJson.mapper())
                .toCompletableFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        if (!settings.pace().isZero()) {
            clock.run(settings.pace());
        }
        return new Devnet(system, chain, producer, clock, server, tokens.issue(List.of(Permission.values())));
    }

    /** Where the API is served. */
    public String url() {
        return "http://" + server.address().getHostString() + ":" + server.address().getPort() + "/rpc/v1";
    }

    /** A token with all permissions. */
    public String token() {
        return token;
    }

    /** Keys with funds. */
    public DevnetKeys keys() {
        return chain.keys();
    }

    /** Steps, null rounds, missed windows, busy providers. */
    public EpochClock clock() {
        return clock;
    }

    /** Reorgs and base-fee spikes. */
    public BlockProducer producer() {
        return producer;
    }

    /** State, late beacon ({@code beacon().holdFrom}), dropped and delayed messages ({@code pool()}). */
    public Chain chain() {
        return chain;
    }

    @Override
    public void close() {
        clock.close();
        server.stop(Duration.ofSeconds(2)).toCompletableFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        system.terminate();
        chain.close();
    }
}
