package io.cairn.actors.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeadWatcherTest {
    private final ActorTestKit kit = ActorTestKit.create(ConfigFactory.parseString("akka.actor.provider = local")
            .withFallback(ConfigFactory.load()));
    private final FakeChain chain = new FakeChain();
    private final TestProbe<HeadChange> heads = kit.createTestProbe();

    @AfterEach
    void stop() {
        kit.shutdownTestKit();
    }

    @Test
    void subscribesAgainWhenTheChannelCloses() {
        watch(Duration.ofSeconds(60));
        assertEquals(0, heads.receiveMessage().height());
        chain.advance(1);
        assertEquals(1, heads.receiveMessage().height());
        chain.head = FakeChain.at(5);
        chain.close();
        assertEquals(5, heads.receiveMessage().height());
        assertEquals(2, chain.subscriptions.get());
    }

    @Test
    void subscribesAgainAfterSilence() {
        watch(Duration.ofMillis(200));
        assertEquals(0, heads.receiveMessage().height());
        chain.head = FakeChain.at(9);
        assertEquals(9, heads.receiveMessage().height());
    }

    @Test
    void aRevertReachesTheListener() {
        watch(Duration.ofSeconds(60));
        heads.receiveMessage();
        chain.reorganise(3, 6);
        assertEquals(new HeadChange(FakeChain.at(6), 3), heads.receiveMessage());
    }

    private void watch(Duration silence) {
        kit.spawn(HeadWatcher.create(chain, new HeadWatcher.Patience(Duration.ofMillis(50), silence), heads.ref()::tell));
    }
}
