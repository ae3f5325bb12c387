package io.cairn.actors;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import com.typesafe.config.ConfigFactory;
import io.cairn.actors.chain.FakeChain;
import io.cairn.actors.deadline.FakeWindowMessages;
import io.cairn.actors.deadline.FakeWindowProver;
import io.cairn.actors.sector.FakeSealingMessages;
import io.cairn.actors.sector.FakeSealingTasks;
import io.cairn.actors.sender.FakeWallet;
import io.cairn.actors.chain.FakeMarket;
import io.cairn.actors.sector.FakeStoredSectors;
import io.cairn.persistence.Journal;
import io.cairn.proofs.dispatch.ProofDispatcher;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures, and asserts nothing: how long a head takes from the subscription through the miner and all 48 deadlines. */
@Tag("slow")
class HeadChangeCostTest {
    private static final int HEADS = 2000;

    @TempDir
    Path folder;

    @Test
    void printsWhatAHeadCosts() throws Exception {
        ActorTestKit kit = ActorTestKit.create("cairn", ConfigFactory.parseString("akka.loglevel = WARNING")
                .withFallback(Journal.h2(folder.resolve("journal"))).withFallback(ConfigFactory.load()).resolve());
        try {
            Journal.createSchema(kit.system()).toCompletableFuture().get(30, TimeUnit.SECONDS);
            FakeChain chain = new FakeChain();
            Provider provider = start(kit, chain);
            chain.advance(10_000);
            provider.deadlines(48).toCompletableFuture().get(60, TimeUnit.SECONDS);
            long[] nanoseconds = new long[HEADS];
            for (int head = 0; head < HEADS; head++) {
                chain.advance(10_001 + head / 100);
                long began = System.nanoTime();
                chain.advance(10_001 + head / 100);
                provider.miner().toCompletableFuture().get(10, TimeUnit.SECONDS);
                provider.deadlines(48).toCompletableFuture().get(10, TimeUnit.SECONDS);
                nanoseconds[head] = System.nanoTime() - began;
            }
            long[] warm = Arrays.copyOfRange(nanoseconds, HEADS / 2, HEADS);
            Arrays.sort(warm);
            System.out.printf("a head through 48 deadlines and their answers: median %.2f ms, 99 of 100 below %.2f ms%n",
                    warm[warm.length / 2] / 1e6, warm[warm.length * 99 / 100] / 1e6);
        } finally {
            ActorTestKit.shutdown(kit.system(), Duration.ofSeconds(60));
        }
    }

    private static Provider start(ActorTestKit kit, FakeChain chain) throws Exception {
        return Provider.start(kit.system(), ProviderSettings.standard(1000, Duration.ofSeconds(30)),
                new Provider.Ports(chain, new FakeWallet(), new FakeWindowProver(), new FakeWindowMessages(), new FakeSealingTasks(),
                        new FakeSealingMessages(), new FakeStoredSectors(), new FakeMarket(), new ProofDispatcher(2)));
    }
}
