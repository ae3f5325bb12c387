package io.cairn.node.run;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.cairn.actors.Provider;
import io.cairn.actors.ProviderSettings;
import io.cairn.actors.files.FileSealing;
import io.cairn.actors.files.FileWindowProver;
import io.cairn.actors.files.SectorStores;
import io.cairn.actors.node.KeyWallet;
import io.cairn.devnet.Devnet;
import io.cairn.devnet.DevnetSettings;
import io.cairn.devnet.verification.LibraryVerifier;
import io.cairn.node.config.Settings;
import io.cairn.node.home.AccessToken;
import io.cairn.node.home.Home;
import io.cairn.node.http.Faces;
import io.cairn.node.http.ManagementServer;
import io.cairn.node.view.Views;
import io.cairn.persistence.Journal;
import io.cairn.proofs.Sealing;
import io.cairn.proofs.SpaceTime;
import io.cairn.proofs.Workers;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.seal.StorePath;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.FullNode;
import io.cairn.protocol.api.NetworkParams;
import io.cairn.protocol.rpc.FullNodeClient;
import io.cairn.protocol.rpc.NodeEndpoint;
import io.cairn.protocol.rpc.RpcOptions;
import io.cairn.protocol.sector.RegisteredPostProof;
import io.cairn.protocol.sector.RegisteredSealProof;
import io.cairn.protocol.sector.SectorSize;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything of one process, put together from the settings and taken apart again in the opposite order. */
public final class Operation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Operation.class);

    /** The embedded chain's first block: a fixed moment, so that a seed gives the same chain each time. */
    private static final long GENESIS_TIMESTAMP = 1_700_000_000;

    private static final long STOP_SECONDS = 20;

    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
    private final Settings settings;
    private Provider provider;
    private ManagementServer management;
    private ProviderViews views;
    private Address miner;

    private Operation(Settings settings) {
        this.settings = settings;
    }

    /**
     * Starts the process over a home that is held and whose parameters are there.
     *
     * @throws IllegalArgumentException when another node than the embedded one is configured
     * @throws IOException when a part cannot start; those that had started are stopped again
     */
    public static Operation start(Settings settings, Home home) throws IOException {
        if (!settings.node().embedded()) {
            throw new IllegalArgumentException("cairn.node.api-info (or FULLNODE_API_INFO) names another node; expected"
                    + " embedded: running against a Lotus node is not offered yet");
        }
        Operation operation = new Operation(settings);
        try {
            operation.open(home);
            return operation;
        } catch (IOException | RuntimeException e) {
            operation.close();
            throw e;
        }
    }

    private void open(Home home) throws IOException {
        ParameterStore parameters = keep(new ParameterStore(home.parameters()));
        ExecutorService threads = Executors.newFixedThreadPool(settings.proving().cores(), Thread.ofPlatform()
                .name("proof-", 0).daemon(true).factory());
        toClose.push(threads::shutdownNow);
        Workers workers = new Workers(threads, settings.proving().cores());
        Sealing sealing = new Sealing(parameters, workers);
        SpaceTime spaceTime = new SpaceTime(parameters, workers);
        Devnet devnet = keep(Devnet.start(new DevnetSettings(
                home.chain(), settings.devnet().seed(), "127.0.0.1", settings.devnet().port(), settings.devnet().epoch(),
                settings.devnet().timeLapse(), GENESIS_TIMESTAMP, new LibraryVerifier(sealing, spaceTime))));
        home.signposts().publishChain(URI.create(devnet.url()), devnet.token());
        FullNode node = keep(FullNodeClient.connect(
                NodeEndpoint.of(URI.create(devnet.url().replaceFirst("/rpc/v1$", "").replaceFirst("^http", "ws")))
                        .withToken(devnet.token()),
                RpcOptions.defaults().withCallTimeout(settings.node().callTimeout())));
        ProviderKeys keys = ProviderKeys.readOrCreate(home.keys());
        miner = new Registration(node, home.provider(), settings.node().callTimeout())
                .miner(keys.owner(), devnet.keys().faucet(), windowProof());
        startProvider(home, sealing, spaceTime, node, keys);
    }

    private void startProvider(Home home, Sealing sealing, SpaceTime spaceTime, FullNode node, ProviderKeys keys)
            throws IOException {
        NetworkParams network = node.stateGetNetworkParams().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
        ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "cairn", actorConfiguration(home));
        toClose.push(() -> {
            system.terminate();
            system.getWhenTerminated().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
        });
        Journal.createSchema(system).toCompletableFuture().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
        StorePath store = new StorePath(home.sectors());
        store.prepare();
        SectorStores stores = new SectorStores(store, store);
        provider = Provider.start(
                system,
                ProviderSettings.standard(miner.id(), settings.devnet().epoch())
                        .withConfidence(settings.proving().challengeConfidence(), settings.proving().submitConfidence())
                        .withAnswer(settings.node().callTimeout())
                        .withPreCommitDelay(network.preCommitChallengeDelay())
                        .withSectorLifetime(settings.provider().sectorLifetime()),
                node, new KeyWallet(node, List.of(keys.owner())),
                new FileWindowProver(spaceTime, stores), new FileSealing(sealing, stores));
        views = new ProviderViews(provider, node, miner, network.networkName());
        Faces faces = new Faces(
                views, new ProviderCommands(provider, sealProof()), Optional.empty(), AccessToken.readOrCreate(home.signposts().token()));
        management = ManagementServer.start(system, settings.management().host(), settings.management().port(), faces)
                .toCompletableFuture().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
        toClose.push(() -> management.stop().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS));
        home.signposts().publishManagement(URI.create(url()));
    }

    private static Config actorConfiguration(Home home) {
        return Journal.h2(home.journal().resolve("events")).withFallback(ConfigFactory.load());
    }

    private RegisteredPostProof windowProof() {
        SectorSize size = SectorSize.ofBytes(settings.provider().sectorSize());
        return Arrays.stream(RegisteredPostProof.values())
                .filter(type -> type.sectorSize() == size && type.kind() == RegisteredPostProof.Kind.WINDOW)
                .reduce((_, newer) -> newer)
                .orElseThrow();
    }

    /** The seal proof of new sectors. */
    public RegisteredSealProof sealProof() {
        SectorSize size = SectorSize.ofBytes(settings.provider().sectorSize());
        return Arrays.stream(RegisteredSealProof.values())
                .filter(type -> type.sectorSize() == size && type.number() >= 5 && type.number() <= 9)
                .findFirst()
                .orElseThrow();
    }

    /** The provider at work. */
    public Provider provider() {
        return provider;
    }

    /** The provider's miner. */
    public Address miner() {
        return miner;
    }

    /** What the faces show. */
    public Views views() {
        return views;
    }

    /** Where the page and the endpoint are. */
    public String url() {
        return "http://" + management.address().getHostString() + ":" + management.address().getPort() + "/";
    }

    private <T extends AutoCloseable> T keep(T part) {
        toClose.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!toClose.isEmpty()) {
            try {
                toClose.pop().close();
            } catch (Exception e) {
                LOG.warn("a part did not stop cleanly", e);
            }
        }
    }
}
