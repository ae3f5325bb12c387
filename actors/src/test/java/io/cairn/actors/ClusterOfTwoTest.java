package io.cairn.actors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.cluster.MemberStatus;
import akka.cluster.typed.Cluster;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.cairn.actors.chain.FakeChain;
import io.cairn.actors.chain.FakeMarket;
import io.cairn.actors.deadline.FakeWindowMessages;
import io.cairn.actors.deadline.FakeWindowProver;
import io.cairn.actors.sector.FakeSealingMessages;
import io.cairn.actors.sector.FakeSealingTasks;
import io.cairn.actors.sector.FakeStoredSectors;
import io.cairn.actors.sender.FakeWallet;
import io.cairn.persistence.Journal;
import io.cairn.persistence.sector.Chain;
import io.cairn.proofs.dispatch.ProofDispatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes over one journal: entities are spread, and commands, answers and views cross between machines. */
class ClusterOfTwoTest {
    private final FakeChain chain = new FakeChain();
    private final FakeWallet wallet = new FakeWallet();
    private final FakeWindowProver prover = new FakeWindowProver();
    private final FakeSealingTasks tasks = new FakeSealingTasks();
    private final int port = freePort();
    private final ActorTestKit first = node(port);
    private final ActorTestKit second = node(0);

    @AfterEach
    void stop() {
        ActorTestKit.shutdown(second.system(), Duration.ofSeconds(60));
        ActorTestKit.shutdown(first.system(), Duration.ofSeconds(60));
    }

    @Test
    void bothNodesSeeTheSameProvider() throws Exception {
        get(Journal.createSchema(first.system()));
        Provider one = start(first);
        Provider two = start(second);
        eventually(() -> List.of(first, second).stream().allMatch(kit ->
                Cluster.get(kit.system()).selfMember().status() == MemberStatus.up()));
        eventually(() -> get(two.miner()).head().isPresent());
        assertEquals(2, get(two.pledge("a", 5, 0)));
        assertEquals(2, get(one.pledge("a", 5, 0)));
        assertEquals(3, get(one.pledge("b", 5, 0)));
        eventually(() -> {
            chain.advance(chain.head.height() + 1);
            return get(two.sectors()).stream().allMatch(sector -> sector.state().chain() == Chain.PRECOMMIT_SENT);
        });
        assertEquals(get(one.deadlines(48)).size(), get(two.deadlines(48)).size());
        assertEquals(get(one.sectors()), get(two.sectors()));
        assertEquals(2, messages());
    }

    /** Messages as they were first signed: a slow machine sees epochs pass so fast that one is pushed again with a higher fee, which is still that message. */
    private long messages() {
        return chain.pushed.stream().map(signed -> List.of(new String(signed.toByteArray()).split("/")).subList(0, 3)).distinct().count();
    }

    private Provider start(ActorTestKit kit) {
        return Provider.start(kit.system(), ProviderSettings.standard(1000, Duration.ofMillis(400)),
                new Provider.Ports(chain, wallet, prover, new FakeWindowMessages(), tasks, new FakeSealingMessages(),
                        new FakeStoredSectors(), new FakeMarket(), new ProofDispatcher(2)));
    }

    private ActorTestKit node(int canonicalPort) {
        Config config = ConfigFactory.parseString("akka.remote.artery.canonical.port = " + canonicalPort
                        + "\nakka.cluster.seed-nodes = [\"akka://cairn@127.0.0.1:" + port + "\"]")
                .withFallback(Journal.h2InMemory("two")).withFallback(ConfigFactory.load());
        return ActorTestKit.create("cairn", config.resolve());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T get(CompletionStage<T> answer) throws Exception {
        return answer.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static void eventually(Callable<Boolean> condition) throws Exception {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.call()) {
            assertTrue(System.nanoTime() < limit, "not reached within 60 s");
            Thread.sleep(50);
        }
    }
}
