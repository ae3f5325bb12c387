package io.cairn.actors.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import com.typesafe.config.ConfigFactory;
import io.cairn.actors.chain.FakeChain;
import io.cairn.actors.chain.FakeMarket;
import io.cairn.actors.deal.DealCommand.NotYet;
import io.cairn.actors.deal.DealCommand.PublishFailed;
import io.cairn.actors.deal.DealCommand.PublishSent;
import io.cairn.actors.sector.FakeSealingTasks;
import io.cairn.actors.sender.SenderCommand;
import io.cairn.actors.sender.SenderCommand.Cause;
import io.cairn.actors.work.RunningWork;
import io.cairn.actors.work.UnderWay;
import io.cairn.persistence.Blob;
import io.cairn.persistence.deal.DealEvent.PublishQueued;
import io.cairn.persistence.deal.DealState;
import io.cairn.proofs.dispatch.ProofDispatcher;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A publish message that the chain would refuse is not sent, and its deals hear why; one that nobody can pay waits. */
class PublicationTest {
    private final ActorTestKit kit = ActorTestKit.create(ConfigFactory.parseString("akka.actor.provider = local").withFallback(ConfigFactory.load()));
    private final TestProbe<DealCommand> deal = kit.createTestProbe();

    @AfterEach
    void stop() {
        kit.shutdownTestKit();
    }

    @Test
    void whatTheChainWouldRefuseFailsAtOnce() {
        PublishFailed failed = assertInstanceOf(PublishFailed.class, published(
                new SenderCommand.Refused("publish/1", "exit=[ErrIllegalArgument(16)]: All deal proposals invalid", false, Cause.CONTENT)));
        assertEquals("publish/1", failed.requestId());
        assertEquals("publish validation failed: exit=[ErrIllegalArgument(16)]: All deal proposals invalid", failed.reason());
    }

    @Test
    void whatNobodyCanPayOrTheNodeDoesNotTakeWaits() {
        assertInstanceOf(NotYet.class, published(new SenderCommand.Refused("publish/1", "t0101 cannot pay", false, Cause.FUNDS)));
        assertInstanceOf(NotYet.class, published(new SenderCommand.Refused("publish/1", "connection reset", true, Cause.CIRCUMSTANCES)));
        assertInstanceOf(NotYet.class, published(new SenderCommand.Refused("publish/1", "the signed one may still pass", true, Cause.CONTENT)));
    }

    @Test
    void whatIsSentIsFollowed() {
        assertEquals(new PublishSent("bafy"), published(new SenderCommand.Sent("publish/1", "bafy")));
    }

    private DealCommand published(SenderCommand.Answer answer) {
        DealState state = DealState.empty().apply(Proposals.accepted("d1"))
                .apply(new PublishQueued("publish/1", 0, Blob.of(new byte[] {1}), "0", 1));
        new WorkingDealCrew(1000, new FakeChain(), new FakeMarket(), new FakeSealingTasks(),
                (requestId, message) -> CompletableFuture.completedFuture(answer), null, "1000", 5, new UnderWay(),
                new RunningWork(Clock.systemUTC(), new ProofDispatcher(1)))
                .publish(state, FakeChain.at(100), deal.ref());
        return deal.receiveMessage();
    }
}
