package io.cairn.actors.sector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import com.typesafe.config.ConfigFactory;
import io.cairn.actors.chain.FakeChain;
import io.cairn.actors.sector.SectorCommand.Answer;
import io.cairn.actors.sender.Purse;
import io.cairn.actors.sender.SenderCommand;
import io.cairn.actors.work.RunningWork;
import io.cairn.actors.work.UnderWay;
import io.cairn.persistence.sector.Piece;
import io.cairn.persistence.sector.SectorEvent;
import io.cairn.persistence.sector.SectorKind;
import io.cairn.persistence.sector.SectorState;
import io.cairn.proofs.dispatch.ProofDispatcher;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a sector is told is journalled, survives the serializer, and comes back the same after a restart. */
class SectorReplayTest {
    private static final ActorTestKit KIT = ActorTestKit.create(ConfigFactory.parseString("akka.actor.provider = local")
            .withFallback(EventSourcedBehaviorTestKit.config()).withFallback(ConfigFactory.load()));

    private final EventSourcedBehaviorTestKit<SectorCommand, SectorEvent, SectorState> sector =
            EventSourcedBehaviorTestKit.create(KIT.system(), Sector.create("t01000/s/42", new SealingPolicy(150, 6, 5),
                    Duration.ofSeconds(60), crew(), Clock.systemUTC()));

    private static SectorCrew crew() {
        FakeChain chain = new FakeChain();
        return new WorkingSectorCrew(chain, new FakeSealingTasks(), new FakeSealingMessages(),
                (requestId, message) -> CompletableFuture.completedFuture(new SenderCommand.Sent(requestId, "bafy")),
                new Purse(chain, 1000), neighbours(), "1000",
                new RunningWork(Clock.systemUTC(), new ProofDispatcher(2)), new UnderWay(), ForkJoinPool.commonPool());
    }

    private static WorkingSectorCrew.Neighbours neighbours() {
        return new WorkingSectorCrew.Neighbours() {
            @Override
            public void active(SectorState state) {
                throw new AssertionError("an open sector became active");
            }

            @Override
            public void ended(SectorState state) {
                assertTrue(state.created().isPresent());
            }
        };
    }

    @AfterAll
    static void stop() {
        KIT.shutdownTestKit();
    }

    @Test
    void anOpenSectorKeepsItsPieces() {
        var created = sector.<Answer>runCommand(replyTo -> new SectorCommand.Create(SectorKind.DEAL, 5, 2048, 0, replyTo));
        assertEquals("", created.reply().refusal());
        assertFalse(created.hasNoEvents());
        Piece piece = new Piece("deal", "bagadeal", 1024, "/deal", 5000, 600_000, 7);
        assertEquals(0, sector.<Answer>runCommand(replyTo -> new SectorCommand.AddPiece(piece, replyTo)).reply().offset());
        var twice = sector.<Answer>runCommand(replyTo -> new SectorCommand.AddPiece(piece, replyTo));
        assertEquals(0, twice.reply().offset(), "the same piece has the same place");
        assertTrue(twice.hasNoEvents());
        SectorState before = sector.getState();
        assertEquals(before, sector.restart().state());
        assertEquals(1, sector.getState().pieces().size());
    }
}
