package io.cairn.node.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import akka.stream.javadsl.Sink;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import com.fasterxml.jackson.databind.JsonNode;
import com.typesafe.config.ConfigFactory;
import io.cairn.actors.Provider;
import io.cairn.actors.ProviderSettings;
import io.cairn.actors.deal.MarketPolicy;
import io.cairn.actors.files.FileSealing;
import io.cairn.actors.files.FileStoredSectors;
import io.cairn.actors.files.LabelsTogether;
import io.cairn.actors.files.SectorStores;
import io.cairn.actors.node.KeyWallet;
import io.cairn.actors.ports.SealingTasks;
import io.cairn.actors.sender.AddressPolicy;
import io.cairn.actors.view.SectorView;
import io.cairn.devnet.Devnet;
import io.cairn.devnet.DevnetSettings;
import io.cairn.devnet.verification.LibraryVerifier;
import io.cairn.node.market.ClientKey;
import io.cairn.node.market.Storefront;
import io.cairn.node.market.Troubles;
import io.cairn.node.report.Reports;
import io.cairn.node.report.Sources;
import io.cairn.node.run.FakeProofs.FakeProofSealing;
import io.cairn.node.run.FakeProofs.FakeProofVerifier;
import io.cairn.node.run.FakeProofs.FakeProofWindowProver;
import io.cairn.persistence.Journal;
import io.cairn.proofs.Sealing;
import io.cairn.proofs.SpaceTime;
import io.cairn.proofs.dispatch.Load;
import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.seal.StorePath;
import io.cairn.protocol.address.Address;
import io.cairn.protocol.api.MarketBalance;
import io.cairn.protocol.block.TipsetKey;
import io.cairn.protocol.rpc.NodeEndpoint;
import io.cairn.protocol.sector.RegisteredPostProof;
import io.cairn.protocol.signature.PrivateKey;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's file goes into sectors and comes back, over the real chain, journal and files; only the SNARKs are fakes. */
class FilesWithFakeProofsTest {

    private static final int SEAL_PROOF = 5;
    private static final Duration EPOCH = Duration.ofMillis(60);

    @TempDir
    Path folder;

    private final StopSignal stop = StopSignal.install(_ -> { });
    private final AtomicBoolean stalled = new AtomicBoolean();
    private final byte[] content = new byte[5000];
    private final Queue<Integer> companies = new ConcurrentLinkedQueue<>();
    private long startDelay = 5760;
    private int together = 1;
    private ParameterStore parameters;
    private Sealing sealing;
    private Devnet devnet;
    private NodeLink link;
    private ActorSystem<Void> system;
    private final ProofDispatcher dispatcher = new ProofDispatcher(2);
    private Provider provider;
    private Storefront storefront;
    private Reports reports;
    private Address miner;

    @BeforeEach
    void begin() throws Exception {
        new Random(7).nextBytes(content);
        parameters = new ParameterStore(Files.createDirectory(folder.resolve("parameters")));
        sealing = new Sealing(parameters, Workers.CALLER);
        LibraryVerifier library = new LibraryVerifier(sealing, new SpaceTime(parameters, Workers.CALLER));
        devnet = Devnet.start(new DevnetSettings(Files.createDirectory(folder.resolve("chain")), "files", "127.0.0.1", 0, EPOCH, false,
                1_700_000_000, new FakeProofVerifier(library), (_, _, _) -> new byte[192]));
        URI url = URI.create(devnet.url());
        link = NodeLink.open(NodeEndpoint.parse(devnet.token() + ":/ip4/" + url.getHost() + "/tcp/" + url.getPort() + "/http"),
                Duration.ofSeconds(20), stop, _ -> { });
        miner = new Registration(link, Files.createDirectory(folder.resolve("provider")), new Funding(link, stop, _ -> { }), stop)
                .miner(devnet.keys().provider(), RegisteredPostProof.STACKED_DRG_WINDOW_2KIB_V1_1);
        open();
    }

    private void open() throws Exception {
        PrivateKey client = ClientKey.readOrCreate(folder.resolve("client.key"));
        system = ActorSystem.create(Behaviors.empty(), "cairn",
                ConfigFactory.parseString("akka.loglevel = WARNING").withFallback(Journal.h2(folder.resolve("journal")))
                        .withFallback(ConfigFactory.load()));
        get(Journal.createSchema(system));
        StorePath store = new StorePath(folder.resolve("sectors"));
        store.prepare();
        SectorStores stores = new SectorStores(store, store);
        ProviderSettings settings = ProviderSettings.standard(miner.id(), EPOCH).withPreCommitDelay(10)
                .withMarket(new MarketPolicy(BigInteger.valueOf(50_000_000), 100, Duration.ofMillis(500), 8, Duration.ofMillis(500)));
        provider = Provider.start(system, settings, link.node(), new KeyWallet(link.node(), List.of(devnet.keys().provider(), client)),
                new FakeProofWindowProver(),
                new FakeProofSealing(new FileSealing(sealing, stores, LabelsTogether.in(Optional.empty(), stores, together)), stalled, companies),
                new FileStoredSectors(sealing, stores, dispatcher), dispatcher);
        Troubles troubles = new Troubles();
        storefront = Storefront.open(system, provider, link.node(), miner, client, new ClientGrant(link, stop),
                new Storefront.Place(folder.resolve("staging"), 2048, startDelay, 518_400), troubles);
        reports = new Reports(new Sources(provider, link.node(), miner, "devnet", Instant.now(), troubles, AddressPolicy.standard()));
    }

    private void shut() throws Exception {
        storefront.close();
        system.terminate();
        get(system.getWhenTerminated());
    }

    @AfterEach
    void end() throws Exception {
        shut();
        link.close();
        devnet.close();
        parameters.close();
        stop.close();
    }

    @Test
    @Tag("slow")
    void aFileOfThreePiecesIsSealedAcrossARestartAndComesBack() throws Exception {
        assertEquals(3, get(store("letters", false)).path("pieces").asInt());
        eventually(() -> deals().stream().anyMatch(deal -> deal.path("sector").isNumber()));
        shut();
        open();
        assertArrayEquals(content, retrieve("letters"), "before it is sealed");
        eventually(() -> get(reports.report("file", "letters")).path("state").asText().equals("STORED"));
        JsonNode file = get(reports.report("file", "letters"));
        assertEquals(3, deals().stream().map(deal -> deal.path("dealId").asLong()).distinct().count());
        assertEquals(3, get(link.node().stateMarketDeals(TipsetKey.EMPTY)).size(), "no deal was published twice");
        get(link.node().stateMarketDeals(TipsetKey.EMPTY)).values().forEach(deal -> assertTrue(deal.state().sectorStartEpoch() > 0));
        eventually(() -> get(provider.sectors()).stream().allMatch(sector -> sector.state().files().name().equals("STORED")));
        delete("staging/files");
        assertArrayEquals(content, retrieve(file.path("root").asText()), "from the unsealed copies");
        delete("sectors/unsealed");
        assertArrayEquals(content, retrieve(file.path("id").asText()), "out of the replicas");
        get(store("letters", false));
        assertEquals(1, get(reports.report("files", "")).size());
        assertTrue(refusal(() -> retrieve("numbers")).contains("there is no file numbers"));
    }

    @Test
    @Tag("slow")
    void aDealThatIsNotSealedInTimeEndsAndTheClientGetsItsMoneyBack() throws Exception {
        shut();
        stalled.set(true);
        startDelay = 600;
        open();
        get(store("letters", false));
        eventually(() -> deals().size() == 3 && deals().stream().allMatch(deal -> deal.path("sector").isNumber()));
        Address client = ClientKey.readOrCreate(folder.resolve("client.key")).address();
        MarketBalance bound = get(link.node().stateMarketBalance(client, TipsetKey.EMPTY));
        assertEquals(bound.escrow(), bound.locked(), "it paid what the deals cost");
        devnet.clock().nullRounds(deals().getFirst().path("startEpoch").asLong() + 25 - devnet.chain().head().height());
        eventually(() -> get(reports.report("file", "letters")).path("state").asText().equals("LOST"));
        assertTrue(deals().getFirst().path("error").asText().contains("not active at the deal's start"), () -> "error");
        eventually(() -> get(link.node().stateMarketBalance(client, TipsetKey.EMPTY)).locked().isZero());
        assertEquals(bound.escrow(), get(link.node().stateMarketBalance(client, TipsetKey.EMPTY)).escrow());
    }

    @Test
    @Tag("slow")
    void sectorsThatWaitAreLabelledTogetherAcrossARestartAndAreThoseSealedAlone() throws Exception {
        assumeTrue(Sealing.company(8) == 8, "without vectors sectors are labelled one by one");
        shut();
        together = 16;
        stalled.set(true);
        open();
        CountDownLatch waiting = keepCoresBusyUntilSoManyWait(8);
        for (int sector = 0; sector < 8; sector++) {
            get(provider.pledge("together-" + sector, SEAL_PROOF, 0));
        }
        assertTrue(waiting.await(60, TimeUnit.SECONDS));
        eventually(() -> !companies.isEmpty());
        assertEquals(8, companies.peek());
        shut();
        companies.clear();
        stalled.set(false);
        waiting = keepCoresBusyUntilSoManyWait(8);
        open();
        assertTrue(waiting.await(60, TimeUnit.SECONDS));
        eventually(() -> get(provider.sectors()).stream().filter(sector -> sector.state().files().name().equals("STORED")).count() == 8);
        assertEquals(List.of(8), List.copyOf(companies));
        StorePath alone = new StorePath(folder.resolve("alone"));
        FileSealing oneByOne = new FileSealing(sealing, new SectorStores(alone, alone));
        for (SectorView sector : get(provider.sectors())) {
            SealingTasks.Job job = SealingTasks.Job.of(sector.state());
            oneByOne.layers(job, Progress.NONE);
            assertEquals(oneByOne.trees(job, Progress.NONE), sector.state().replica().commR());
        }
    }

    /** Sectors are labelled when all of them wait; what goes before labels is not kept from the cores. */
    private CountDownLatch keepCoresBusyUntilSoManyWait(int sectors) {
        CountDownLatch all = new CountDownLatch(dispatcher.workers().parallelism());
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        for (int core = 0; core < dispatcher.workers().parallelism(); core++) {
            dispatcher.submit(Priority.LABELS, Progress.NONE, () -> {
                while (queuedLabels() < sectors && System.nanoTime() < limit) {
                    ProofDispatcher.giveWay();
                    Thread.sleep(1);
                }
                all.countDown();
                all.await(1, TimeUnit.SECONDS);
                return null;
            });
        }
        return all;
    }

    private int queuedLabels() {
        return dispatcher.load().lanes().stream().filter(lane -> lane.priority() == Priority.LABELS).mapToInt(Load.Lane::queued).sum();
    }

    @Test
    void aFileThatCannotBeOneIsRefused() {
        assertTrue(refusal(() -> get(storefront.store("empty", false, Source.single(ByteString.emptyByteString()))))
                .contains("the file is empty"));
        assertTrue(refusal(() -> get(storefront.store("a/b", false, Source.single(ByteString.fromString("x")))))
                .contains("name is 'a/b'"));
    }

    private CompletionStage<JsonNode> store(String name, boolean again) {
        return storefront.store(name, again, Source.from(List.of(ByteString.fromArray(content, 0, 1234),
                ByteString.fromArray(content, 1234, content.length - 1234))));
    }

    private byte[] retrieve(String name) throws Exception {
        Source<ByteString, ?> bytes = get(storefront.retrieve(name));
        return get(bytes.runWith(Sink.fold(ByteString.emptyByteString(), ByteString::concat), system)).toArray();
    }

    private List<JsonNode> deals() throws Exception {
        return get(reports.report("deals", "")).valueStream().toList();
    }

    private void delete(String below) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(below))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String refusal(Callable<?> call) {
        Throwable cause = assertThrows(Exception.class, call::call);
        while (cause.getCause() != null && (cause instanceof CompletionException || cause instanceof ExecutionException)) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static <T> T get(CompletionStage<T> answer) throws Exception {
        return answer.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static void eventually(Callable<Boolean> condition) throws Exception {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!condition.call()) {
            assertTrue(System.nanoTime() < limit, "not reached within 120 s");
            Thread.sleep(100);
        }
    }
}
