package io.cairn.node.run;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.ConfigFactory;
import io.cairn.actors.Provider;
import io.cairn.actors.ProviderSettings;
import io.cairn.actors.deal.MarketPolicy;
import io.cairn.actors.files.FileSealing;
import io.cairn.actors.files.FileStoredSectors;
import io.cairn.actors.files.FileWindowProver;
import io.cairn.actors.files.LabelsTogether;
import io.cairn.actors.files.SectorStores;
import io.cairn.actors.node.KeyWallet;
import io.cairn.actors.sender.AddressPolicy;
import io.cairn.node.config.Settings;
import io.cairn.node.home.AccessToken;
import io.cairn.node.home.Home;
import io.cairn.node.http.Faces;
import io.cairn.node.http.ManagementServer;
import io.cairn.node.market.ClientKey;
import io.cairn.node.market.Storefront;
import io.cairn.node.market.Troubles;
import io.cairn.node.report.Reports;
import io.cairn.node.report.Sources;
import io.cairn.node.view.Views;
import io.cairn.node.watch.Observer;
import io.cairn.node.watch.Pace;
import io.cairn.persistence.Journal;
import io.cairn.proofs.seal.StorePath;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.NetworkParams;
import io.cairn.protocol.rpc.NodeEndpoint;
import io.cairn.protocol.sector.RegisteredSealProof;
import io.cairn.protocol.signature.PrivateKey;
import io.cairn.protocol.signature.SignatureType;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider at work in one process, put together from the settings and taken apart again in the opposite order: its
 * chain, where that is embedded; the connection to its node; its registration; its entities; its management endpoint.
 */
public final class Operation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Operation.class);
    private static final long STOP_SECONDS = 20;

    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
    private final Settings settings;
    private final Home home;
    private final StopSignal stop;
    private final Consumer<String> say;
    private ProofLibrary proofs;
    private Provider provider;
    private ManagementServer management;
    private ProviderViews views;
    private Address miner;
    private Storefront storefront;

    private Operation(Settings settings, Home home, StopSignal stop, Consumer<String> say) {
        this.settings = settings;
        this.home = home;
        this.stop = stop;
        this.say = say;
    }

    /**
     * Starts the provider over a home that is held.
     *
     * @param say takes the lines that tell what the start is waiting for
     * @throws StartException when it cannot start as it is set up
     * @throws StopAskedException when stopping was asked for meanwhile
     * @throws IOException when a part cannot start; those that had started are stopped again
     */
    public static Operation start(Settings settings, Home home, StopSignal stop, Consumer<String> say) throws IOException {
        Operation operation = new Operation(settings, home, stop, say);
        try {
            operation.openProofs();
            if (settings.node().embedded()) {
                operation.overEmbeddedChain();
            } else {
                operation.over(NodeLink.endpoint(settings.node().apiInfo()),
                        ProviderKeys.readOrCreate(home.keys(), () -> PrivateKey.generate(SignatureType.BLS)));
            }
            return operation;
        } catch (IOException | RuntimeException e) {
            operation.close();
            throw e;
        }
    }

    /** What is opened first is closed last: entities that are stopped cancel their computations themselves and hear of no failure. */
    private void openProofs() {
        proofs = keep(new ProofLibrary(settings.parameters(), settings.proving()));
    }

    private void overEmbeddedChain() throws IOException {
        EmbeddedChain chain = keep(EmbeddedChain.start(settings, home, proofs));
        over(chain.endpoint(), ProviderKeys.readOrCreate(home.keys(), chain::provider));
    }

    private void over(NodeEndpoint endpoint, ProviderKeys keys) throws IOException {
        NodeLink link = keep(NodeLink.open(endpoint, settings.node().callTimeout(), stop, say));
        HomeNetwork.of(link).claim(home, link);
        miner = new Registration(link, home.provider(), new Funding(link, stop, say), stop)
                .miner(keys.owner(), SealTypes.windowProof(settings));
        stop.check();
        ActorSystem<Void> system = startActors();
        stop.check();
        PrivateKey client = ClientKey.readOrCreate(home.clientKey());
        startProvider(link, List.of(keys.owner(), client), system);
        Troubles troubles = new Troubles();
        storefront = keep(Storefront.open(system, provider, link.node(), miner, client, new ClientGrant(link, stop),
                new Storefront.Place(home.staging(), settings.provider().sectorSize(), settings.market().startDelay(),
                        settings.market().duration()), troubles));
        stop.check();
        views = views(link, troubles);
        startManagement(system);
    }

    private void startProvider(NodeLink link, List<PrivateKey> keys, ActorSystem<Void> system) throws IOException {
        StorePath store = new StorePath(home.sectors());
        store.prepare();
        SectorStores stores = new SectorStores(store, store);
        LabelsTogether together = LabelsTogether.in(settings.sealing().scratch(), stores, settings.sealing().sectorsTogether());
        together.begin();
        provider = Provider.start(system, providerSettings(link), link.node(), new KeyWallet(link.node(), keys),
                new FileWindowProver(proofs.spaceTime(), stores), new FileSealing(proofs.sealing(), stores, together),
                new FileStoredSectors(proofs.sealing(), stores, proofs.dispatcher()), proofs.dispatcher());
    }

    private ActorSystem<Void> startActors() throws IOException {
        ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "cairn",
                JournalConfiguration.of(settings, home).withFallback(ConfigFactory.load()));
        toClose.push(() -> {
            system.terminate();
            system.getWhenTerminated().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
        });
        try {
            within(Journal.createSchema(system));
        } catch (CompletionException e) {
            throw new StartException("the journal (" + settings.journal() + ") cannot be opened: " + e.getCause().getMessage()
                    + "; see that the database of cairn.journal is there and lets its user in", e);
        }
        return system;
    }

    private ProviderSettings providerSettings(NodeLink link) throws IOException {
        NetworkParams network = link.ask(link.node()::stateGetNetworkParams);
        Settings.Market market = settings.market();
        return ProviderSettings.standard(miner.id(), blockDelay(link))
                .withConfidence(settings.proving().challengeConfidence(), settings.proving().submitConfidence())
                .withAnswer(settings.node().callTimeout())
                .withPreCommitDelay(network.preCommitChallengeDelay())
                .withSectorLifetime(settings.provider().sectorLifetime())
                .withAddresses(addresses())
                .withSweep(settings.provider().sweep())
                .withMarket(new MarketPolicy(market.price(), market.startBuffer(), market.publishWait(), market.dealsPerMessage(),
                        market.sectorWait()));
    }

    private AddressPolicy addresses() {
        Settings.Addresses addresses = settings.addresses();
        return new AddressPolicy(addresses.preCommit(), addresses.commit(), addresses.dealPublish(), addresses.workerFallback(),
                addresses.ownerFallback());
    }

    private ProviderViews views(NodeLink link, Troubles troubles) throws IOException {
        String network = link.ask(link.node()::stateNetworkName);
        long seedDelay = link.ask(link.node()::stateGetNetworkParams).preCommitChallengeDelay();
        Pace pace = new Pace(blockDelay(link), link.isDevnet() && settings.devnet().timeLapse(), !link.isDevnet());
        Observer observer = keep(Observer.start(provider, proofs.memory(), link.node(), miner, network, pace, seedDelay));
        return new ProviderViews(new Reports(new Sources(provider, link.node(), miner, network, Instant.now(), troubles, addresses())), observer,
                !link.isDevnet());
    }

    private Duration blockDelay(NodeLink link) throws IOException {
        return link.isDevnet() ? settings.devnet().epoch()
                : Duration.ofSeconds(link.ask(link.node()::stateGetNetworkParams).blockDelaySecs());
    }

    private void startManagement(ActorSystem<Void> system) throws IOException {
        Faces faces = new Faces(views, new ProviderCommands(provider, sealProof()), Optional.of(storefront),
                AccessToken.readOrCreate(home.signposts().token()));
        try {
            management = within(ManagementServer.start(system, settings.management().host(), settings.management().port(), faces));
        } catch (CompletionException e) {
            throw new StartException(e.getCause().getMessage(), e);
        }
        toClose.push(() -> within(management.stop()));
        home.signposts().publishManagement(URI.create(url()));
    }

    private static <T> T within(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
    }

    /** The seal proof of new sectors. */
    public RegisteredSealProof sealProof() {
        return SealTypes.sealProof(settings);
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
