package io.cairn.actors.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import com.typesafe.config.ConfigFactory;
import io.cairn.actors.chain.FakeChain;
import io.cairn.actors.chain.Outbound;
import io.cairn.actors.sender.SenderCommand.Answer;
import io.cairn.actors.sender.SenderCommand.Refused;
import io.cairn.actors.sender.SenderCommand.Send;
import io.cairn.actors.sender.SenderCommand.Sent;
import io.cairn.persistence.Blob;
import io.cairn.persistence.sender.SenderEvent;
import io.cairn.persistence.sender.SenderState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SenderTest {
    private final ActorTestKit kit = ActorTestKit.create(ConfigFactory.parseString("akka.actor.provider = local")
            .withFallback(EventSourcedBehaviorTestKit.config()).withFallback(ConfigFactory.load()));
    private final PushFailingChain chain = new PushFailingChain();
    private final FakeWallet wallet = new FakeWallet();
    private final TestProbe<Answer> answers = kit.createTestProbe();
    private final EventSourcedBehaviorTestKit<SenderCommand, SenderEvent, SenderState> sender =
            EventSourcedBehaviorTestKit.create(kit.system(), Sender.create("t0101", chain, wallet, Duration.ofMillis(100)));

    @AfterEach
    void stop() {
        kit.shutdownTestKit();
    }

    @Test
    void noncesFollowEachOtherFromThePools() {
        assertEquals(new Sent("a", "bafy7-1"), send("a"));
        assertEquals(new Sent("b", "bafy8-2"), send("b"));
        assertEquals(new Sent("c", "bafy9-3"), send("c"));
    }

    @Test
    void theSameRequestIsTheSameMessageAlsoAfterARestart() {
        Answer first = send("a");
        assertEquals(first, send("a"));
        sender.restart();
        assertEquals(first, send("a"));
        assertEquals(1, wallet.signatures.get());
        assertEquals(1, chain.pushed.size());
    }

    @Test
    void requestsAtTheSameTimeGetTheirOwnNonces() {
        for (int i = 0; i < 20; i++) {
            sender.runCommand(new Send("r" + i, message(), answers.ref()));
        }
        List<String> cids = answers.receiveSeveralMessages(20).stream().map(a -> ((Sent) a).cid()).sorted().distinct().toList();
        assertEquals(20, cids.size());
        assertEquals(27, sender.getState().nextNonce());
    }

    @Test
    void nothingIsSpentWhenTheNodeIsAway() {
        chain.away = true;
        assertInstanceOf(Refused.class, send("a"));
        assertEquals(0, sender.getState().nextNonce());
        chain.away = false;
        assertEquals(new Sent("a", "bafy7-1"), send("a"));
    }

    @Test
    void aSignedMessageThatTheNodeDidNotTakeIsPushedAgainAsItIs() throws Exception {
        chain.refusePushes = true;
        assertInstanceOf(Refused.class, send("a"));
        chain.refusePushes = false;
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (chain.pushed.isEmpty()) {
            assertTrue(System.nanoTime() < limit, "not pushed again");
            Thread.sleep(10);
        }
        assertEquals(new Sent("a", "bafy7-1"), send("a"));
        assertEquals(1, wallet.signatures.get());
        assertEquals(1, chain.pushed.stream().distinct().count());
    }

    private Answer send(String requestId) {
        sender.runCommand(new Send(requestId, message(), answers.ref()));
        return answers.receiveMessage();
    }

    private static Outbound message() {
        return new Outbound("t0101", "t01000", "0", 5, Blob.of(new byte[] {1}), "1000");
    }

    private static final class PushFailingChain extends FakeChain {
        private volatile boolean refusePushes;

        @Override
        public CompletionStage<Void> push(Blob signedMessage) {
            return refusePushes ? CompletableFuture.failedFuture(new IllegalStateException("refused"))
                    : super.push(signedMessage);
        }
    }
}
