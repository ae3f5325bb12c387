package io.cairn.actors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.cairn.actors.chain.ChainSector;
import io.cairn.actors.chain.Executed;
import io.cairn.actors.chain.FakeChain;
import io.cairn.actors.chain.FakeMarket;
import io.cairn.actors.chain.Partition;
import io.cairn.actors.deadline.FakeWindowMessages;
import io.cairn.actors.deadline.FakeWindowProver;
import io.cairn.actors.deal.MarketPolicy;
import io.cairn.actors.deal.Proposals;
import io.cairn.actors.sector.FakeSealingMessages;
import io.cairn.actors.sector.FakeSealingTasks;
import io.cairn.actors.sector.FakeStoredSectors;
import io.cairn.actors.sender.FakeWallet;
import io.cairn.actors.view.DeadlineView;
import io.cairn.persistence.Blob;
import io.cairn.persistence.Journal;
import io.cairn.persistence.deadline.Proving;
import io.cairn.persistence.deadline.Submission;
import io.cairn.persistence.deadline.WindowOutcome;
import io.cairn.persistence.deal.DealEvent.Accepted;
import io.cairn.persistence.deal.DealStage;
import io.cairn.persistence.deal.DealState;
import io.cairn.persistence.sector.Chain;
import io.cairn.proofs.dispatch.ProofDispatcher;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider on a cluster of one with its journal in a file. */
@Tag("slow")
class ProviderTest {
    private static final long MINER = 1000;

    @TempDir
    Path folder;

    private final FakeChain chain = new FakeChain();
    private final FakeWindowProver prover = new FakeWindowProver();
    private final FakeWallet wallet = new FakeWallet();
    private final FakeSealingTasks tasks = new FakeSealingTasks();
    private final FakeMarket market = new FakeMarket();

    @Test
    void aHeadReachesEveryDeadline() throws Exception {
        run(provider -> {
            for (int deadline = 0; deadline < 48; deadline++) {
                long height = 2880 + deadline * 60L + 1;
                chain.advance(height);
                int index = deadline;
                eventually(() -> look(provider, index).windows().stream().anyMatch(w -> w.proving() == Proving.PROVED));
            }
            List<DeadlineView> views = provider.deadlines(48).toCompletableFuture().get(20, TimeUnit.SECONDS);
            assertEquals(48, views.size());
            return null;
        });
    }

    @Test
    void aWindowIsProvenSentAndSettledAcrossARestart() throws Exception {
        TreeSet<Long> all = new TreeSet<>(List.of(0L, 1L));
        chain.deadlines.put(1, List.of(new Partition(all, new TreeSet<>(), new TreeSet<>(), all, all)));
        all.forEach(n -> chain.sectors.put(n, new ChainSector(n, 5, "bagboea", false, 0, 1_000_000)));
        long open = 2880 + 60;
        run(provider -> {
            chain.advance(open - 19);
            eventually(() -> look(provider, 1).windows().stream().anyMatch(w -> w.proving() == Proving.PROVED));
            assertTrue(chain.pushed.isEmpty());
            return null;
        });
        run(provider -> {
            chain.advance(open + 4);
            eventually(() -> look(provider, 1).windows().getLast().batches().getFirst().submission() == Submission.SENT);
            String cid = look(provider, 1).windows().getLast().batches().getFirst().cid();
            assertEquals("bafy7-1", cid);
            return null;
        });
        run(provider -> {
            chain.executed.put("bafy7-1", new Executed("bafy7-1", 0, Blob.of(new byte[0]), open + 6));
            chain.advance(open + 12);
            eventually(() -> look(provider, 1).windows().getLast().batches().getFirst().submission() == Submission.LANDED);
            chain.advance(open + 70);
            eventually(() -> look(provider, 1).windows().stream().anyMatch(w -> w.outcome().equals(Optional.of(WindowOutcome.PROVEN))));
            return null;
        });
        assertEquals(1, prover.tasks.size(), "a proof that was made is never made twice");
        assertTrue(prover.threads.stream().allMatch(name -> name.startsWith("cairn-proof-")), prover.threads::toString);
        assertEquals(1, wallet.signatures.get(), "a message is signed once");
        assertEquals(1, chain.pushed.size());
    }

    @Test
    void aPledgedSectorGetsItsNumberAndGoesToTheChain() throws Exception {
        run(provider -> {
            chain.advance(1000);
            assertEquals(2, provider.pledge("first", 5, 0).toCompletableFuture().get(10, TimeUnit.SECONDS));
            assertEquals(2, provider.pledge("first", 5, 0).toCompletableFuture().get(10, TimeUnit.SECONDS));
            assertEquals(3, provider.pledge("second", 5, 0).toCompletableFuture().get(10, TimeUnit.SECONDS));
            chain.advance(1001);
            eventually(() -> {
                chain.advance(chain.head.height() + 1);
                return provider.sectors().toCompletableFuture().get(10, TimeUnit.SECONDS).stream()
                        .allMatch(sector -> sector.state().chain() == Chain.PRECOMMIT_SENT);
            });
            return null;
        });
        assertEquals(2, chain.pushed.size());
    }

    @Test
    void aDealIsPublishedPlacedAndGoesOnAfterARestart() throws Exception {
        Accepted signed = Proposals.accepted("d1");
        Accepted proposal = new Accepted("d1", MINER, signed.proposal(), "baga/data", 1024, 5000, 600_000, false, "", true, 1);
        run(provider -> {
            chain.advance(1000);
            provider.market().take(proposal).toCompletableFuture().get(10, TimeUnit.SECONDS);
            provider.market().take(proposal).toCompletableFuture().get(10, TimeUnit.SECONDS);
            provider.market().importData("d1", "/data").toCompletableFuture().get(10, TimeUnit.SECONDS);
            eventually(() -> advance() && chain.pushed.size() == 1);
            return null;
        });
        run(provider -> {
            chain.executed.put("bafy7-1", new Executed("bafy7-1", 0, Blob.of(new byte[0]), chain.head.height()));
            eventually(() -> advance() && deal(provider).stage() == DealStage.AWAITING_PUBLISH);
            return null;
        });
        run(provider -> {
            String message = deal(provider).publish().cid();
            Blob ids = Blob.of(HexFormat.of().parseHex("828105410c"));
            chain.executed.put(message, new Executed(message, 0, ids, chain.head.height()));
            eventually(() -> advance() && deal(provider).stage() == DealStage.SEALING);
            assertEquals(5, deal(provider).dealId());
            long sector = deal(provider).place().orElseThrow().sector();
            eventually(() -> advance() && provider.sector(sector).toCompletableFuture().get(10, TimeUnit.SECONDS)
                    .state().chain() == Chain.PRECOMMIT_SENT);
            return null;
        });
        assertEquals(3, chain.pushed.size(), "one payment of the collateral, one publish message and one pre-commitment");
    }

    private boolean advance() throws InterruptedException {
        chain.advance(chain.head.height() + 1);
        Thread.sleep(50);
        return true;
    }

    private static DealState deal(Provider provider) throws Exception {
        return provider.market().deal("d1").toCompletableFuture().get(10, TimeUnit.SECONDS).state();
    }

    private interface Scenario {
        Void run(Provider provider) throws Exception;
    }

    private void run(Scenario scenario) throws Exception {
        Config config = ConfigFactory.parseString("akka.loglevel = INFO").withFallback(Journal.h2(folder.resolve("journal")))
                .withFallback(ConfigFactory.load());
        ActorTestKit kit = ActorTestKit.create("cairn", config.resolve());
        try {
            Journal.createSchema(kit.system()).toCompletableFuture().get(30, TimeUnit.SECONDS);
            ProviderSettings settings = ProviderSettings.standard(MINER, Duration.ofMillis(400))
                    .withMarket(new MarketPolicy(BigInteger.ONE, 480, Duration.ZERO, 8, Duration.ofMillis(100)));
            Provider provider = Provider.start(kit.system(), settings,
                    new Provider.Ports(chain, wallet, prover, new FakeWindowMessages(), tasks, new FakeSealingMessages(),
                            new FakeStoredSectors(), market, new ProofDispatcher(2)));
            eventually(() -> provider.miner().toCompletableFuture().get(10, TimeUnit.SECONDS).head().isPresent());
            scenario.run(provider);
        } finally {
            ActorTestKit.shutdown(kit.system(), Duration.ofSeconds(60));
        }
    }

    private static DeadlineView look(Provider provider, int index) throws Exception {
        return provider.deadline(index).toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static void eventually(Callable<Boolean> condition) throws Exception {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.call()) {
            assertTrue(System.nanoTime() < limit, "not reached within 30 s");
            Thread.sleep(20);
        }
    }
}
