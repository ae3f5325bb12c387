package io.cairn.devnet;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.ConfigFactory;
import io.cairn.devnet.api.FullNodeTable;
import io.cairn.devnet.api.Wallet;
import io.cairn.devnet.chain.Chain;
import io.cairn.devnet.clock.EpochClock;
import io.cairn.devnet.genesis.DevnetKeys;
import io.cairn.devnet.keeper.BlockProducer;
import io.cairn.devnet.keeper.Keeper;
import io.cairn.devnet.keeper.KeeperSectors;
import io.cairn.devnet.keeper.ProofFile;
import io.cairn.devnet.policy.NetworkPolicy;
import io.cairn.devnet.rpc.AuthMethods;
import io.cairn.devnet.rpc.MethodTable;
import io.cairn.devnet.rpc.Permission;
import io.cairn.devnet.rpc.RpcServer;
import io.cairn.devnet.rpc.Tokens;
import io.cairn.devnet.store.ChainLog;
import io.cairn.protocol.api.LotusJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

/** A Filecoin chain in one process, served as a Lotus node serves it. */
public final class Devnet implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;
    private static final Duration GRACE = Duration.ofMillis(200);

    private final ActorSystem<Void> system;
    private final Chain chain;
    private final BlockProducer producer;
    private final EpochClock clock;
    private final IntFunction<RpcServer> api;
    private final String token;
    private RpcServer server;

    private Devnet(ActorSystem<Void> system, Chain chain, BlockProducer producer, EpochClock clock, IntFunction<RpcServer> api,
            int port, String token) {
        this.system = system;
        this.chain = chain;
        this.producer = producer;
        this.clock = clock;
        this.api = api;
        this.server = api.apply(port);
        this.token = token;
    }

    /**
     * Opens or begins the chain, serves it and lets its clock run.
     *
     * @throws java.io.UncheckedIOException when the folder cannot be used, or another process uses it
     * @throws java.util.concurrent.CompletionException when the port cannot be had; its cause is a {@link java.net.BindException}
     */
    public static Devnet start(DevnetSettings settings) {
        DevnetKeys keys = new DevnetKeys(settings.seed().getBytes(StandardCharsets.UTF_8));
        ChainLog log = ChainLog.open(settings.folder().resolve("chain.log"));
        try {
            Path keeperFolder = settings.folder().resolve("keeper");
            KeeperSectors sectors = KeeperSectors.open(keeperFolder, keys);
            Chain chain = Chain.open(log, NetworkPolicy.devnet2k(), keys, DevnetSettings.NETWORK_NAME, settings.genesisTimestamp(),
                    settings.verifier(), sectors.sealedCids());
            BlockProducer producer = new BlockProducer(chain);
            Keeper keeper = new Keeper(chain, producer, sectors, settings.prover(), new ProofFile(keeperFolder.resolve("window.proof")));
            return serve(settings, chain, producer, new EpochClock(chain, producer, keeper, settings.timeLapse()));
        } catch (RuntimeException failure) {
            log.close();
            throw failure;
        }
    }

    private static Devnet serve(DevnetSettings settings, Chain chain, BlockProducer producer, EpochClock clock) {
        ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "devnet",
                ConfigFactory.parseString("akka.actor.provider = local").withFallback(ConfigFactory.load()));
        try {
            Tokens tokens = new Tokens(chain.keys().derive("token"));
            AtomicReference<Devnet> running = new AtomicReference<>();
            Map<String, MethodTable> tables = new HashMap<>(FullNodeTable.of(chain, clock, producer,
                    new Wallet(settings.folder().resolve("wallet"), chain.keys()), time -> running.get().apiDown(time)));
            tables.replaceAll((path, table) -> table.overlaid(AuthMethods.table(tokens)));
            IntFunction<RpcServer> api = port -> RpcServer.start(system, new RpcServer.Settings(settings.host(), port, tables), tokens,
                    LotusJson.mapper()).toCompletableFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            Devnet devnet = new Devnet(system, chain, producer, clock, api, settings.port(), tokens.issue(List.of(Permission.values())));
            running.set(devnet);
            if (!settings.pace().isZero()) {
                clock.run(settings.pace());
            }
            return devnet;
        } catch (RuntimeException failure) {
            clock.close();
            system.terminate();
            throw failure;
        }
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

    /** A fault to inject: shortly after this returns the API is away for so long, then back on the same port; epochs go on. */
    public void apiDown(Duration time) {
        Thread.ofVirtual().name("devnet-outage").start(() -> restartApi(time));
    }

    private synchronized void restartApi(Duration time) {
        try {
            Thread.sleep(GRACE);
            int port = server.address().getPort();
            stopApi();
            Thread.sleep(time);
            server = api.apply(port);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopApi() {
        server.stop(Duration.ofSeconds(2)).toCompletableFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        clock.close();
        stopApi();
        system.terminate();
        chain.close();
    }
}
