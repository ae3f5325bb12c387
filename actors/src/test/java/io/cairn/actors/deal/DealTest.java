package io.cairn.actors.deal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import com.typesafe.config.ConfigFactory;
import io.cairn.actors.chain.FakeChain;
import io.cairn.actors.chain.HeadChange;
import io.cairn.actors.deal.DealCommand.Answer;
import io.cairn.actors.deal.DealCommand.Batched;
import io.cairn.actors.deal.DealCommand.ChainSeen;
import io.cairn.actors.deal.DealCommand.DataChecked;
import io.cairn.actors.deal.DealCommand.HeadChanged;
import io.cairn.actors.deal.DealCommand.ImportData;
import io.cairn.actors.deal.DealCommand.NotYet;
import io.cairn.actors.deal.DealCommand.PiecePlaced;
import io.cairn.actors.deal.DealCommand.Propose;
import io.cairn.actors.deal.DealCommand.PublishConfirmed;
import io.cairn.actors.deal.DealCommand.PublishFailed;
import io.cairn.actors.deal.DealCommand.PublishSent;
import io.cairn.actors.deal.DealCommand.Retry;
import io.cairn.actors.deal.DealCommand.SectorActive;
import io.cairn.actors.deal.DealCommand.SectorLost;
import io.cairn.actors.view.DealView;
import io.cairn.persistence.Blob;
import io.cairn.persistence.deal.DealEnd;
import io.cairn.persistence.deal.DealEvent;
import io.cairn.persistence.deal.DealStage;
import io.cairn.persistence.deal.DealState;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A deal's way from acceptance to its end, each command and event through the serialisers, with a restart wherever it stands. */
class DealTest {
    private static final String NAME = "f3b1";
    private static final Blob PARAMS = Blob.of(new byte[] {1});

    private final ActorTestKit kit = ActorTestKit.create(ConfigFactory.parseString("akka.actor.provider = local")
            .withFallback(EventSourcedBehaviorTestKit.config()).withFallback(ConfigFactory.load()));
    private final FakeDealCrew crew = new FakeDealCrew();
    private final TestProbe<Answer> answers = kit.createTestProbe();
    private final EventSourcedBehaviorTestKit<DealCommand, DealEvent, DealState> deal =
            EventSourcedBehaviorTestKit.create(kit.system(), Deal.create(NAME, crew, 480, Clock.systemUTC()));

    @AfterEach
    void stop() {
        kit.shutdownTestKit();
    }

    @Test
    void aRestartWhereverItStandsGoesOnWithTheSameRequest() {
        accept();
        restart();
        tell(new ImportData("/data", answers.ref()));
        assertEquals("", answers.receiveMessage().refusal());
        assertEquals("check /data", crew.last());
        restart();
        assertEquals("check /data", crew.last());
        tell(new DataChecked("/data", ""));
        assertEquals("queue after ", crew.last());
        assertTrue(crew.busy);
        restart();
        assertEquals("queue after ", crew.last());
        tell(new Batched("m1", 0, PARAMS, "1200"));
        assertEquals("publish m1", crew.last());
        restart();
        assertEquals("publish m1", crew.last());
        tell(new PublishSent("bafy1"));
        restart();
        assertEquals("look bafy1", crew.last());
        tell(new PublishConfirmed("bafy1", 5, 1010));
        restart();
        assertEquals("place 5", crew.last());
        tell(new PiecePlaced(3, 0, 1024));
        restart();
        assertEquals("watch 5", crew.last());
        tell(new SectorActive(1200));
        assertEquals(DealStage.ACTIVE, state().stage());
        assertFalse(crew.busy);
        restart();
        assertEquals(1200, state().publish().activation());
        head(523_400);
        assertEquals(Optional.of(DealEnd.EXPIRED), state().end());
        restart();
        assertEquals("ended", crew.last(), "the miner is told again, in case it was not heard");
    }

    @Test
    void everyAnswerMayComeTwice() {
        toSealing();
        DealState before = state();
        tell(new DataChecked("/data", ""));
        tell(new Batched("m2", 0, PARAMS, "0"));
        tell(new PublishSent("bafy2"));
        tell(new PublishFailed("m1", "late"));
        tell(new PublishConfirmed("bafy2", 9, 1010));
        tell(new PiecePlaced(4, 0, 1024));
        assertEquals(before, state());
    }

    @Test
    void theSameProposalIsTakenAgainAndAnotherIsNot() {
        accept();
        accept();
        DealEvent.Accepted same = Proposals.accepted(NAME);
        tell(new Propose(new DealEvent.Accepted(NAME, 1000, PARAMS, same.pieceCid(), 1024, 5000, 523_400, false, "", true, 1), answers.ref()));
        assertEquals("deal has the same uuid as deal f3b1 with other terms", answers.receiveMessage().refusal());
    }

    @Test
    void wrongDataWaitsForAnOperatorAndOtherDataGoesOn() {
        accept();
        head(1000);
        tell(new ImportData("/wrong", answers.ref()));
        answers.receiveMessage();
        tell(new DataChecked("/wrong", "commp mismatch"));
        assertEquals("commp mismatch", state().paused());
        restart();
        assertEquals("check /wrong", crew.last());
        tell(new ImportData("/right", answers.ref()));
        assertEquals("", answers.receiveMessage().refusal());
        tell(new DataChecked("/right", ""));
        assertEquals(DealStage.PUBLISHING, state().stage());
    }

    @Test
    void aFailedMessageIsNeverSentAgainButAnotherMayBe() {
        toPublishing();
        tell(new Batched("m1", 0, PARAMS, "1200"));
        tell(new PublishSent("bafy1"));
        tell(new PublishFailed("m1", "exit code 16"));
        assertEquals("exit code 16", state().paused());
        int asked = crew.asked.size();
        restart();
        assertEquals(asked, crew.asked.size(), "a paused deal does nothing");
        tell(new Retry(answers.ref()));
        assertEquals("", answers.receiveMessage().refusal());
        assertEquals("queue after m1", crew.last());
        tell(new Batched("m2", 1, PARAMS, "1200"));
        assertEquals("publish m2", crew.last());
        tell(new Retry(answers.ref()));
        assertTrue(answers.receiveMessage().refusal().contains("not paused"));
    }

    @Test
    void whyItWaitsIsTold() {
        toPublishing();
        tell(new Batched("m1", 0, PARAMS, "1200"));
        tell(new NotYet("collateral not paid: not enough funds"));
        TestProbe<DealView> views = kit.createTestProbe();
        tell(new DealCommand.Look(views.ref()));
        assertEquals("collateral not paid: not enough funds", views.receiveMessage().waitsFor());
    }

    @Test
    void aDealThatCannotStartInTimeEndsBeforeMoneyIsSpent() {
        toPublishing();
        head(4520);
        assertEquals(Optional.of(DealEnd.FAILED), state().end());
        assertTrue(state().reason().contains("start epoch 5000"), state().reason());
        assertEquals("ended", crew.last());
    }

    @Test
    void aMessageThatMayBeOnItsWayIsFollowedUntilTheStart() {
        toPublishing();
        tell(new Batched("m1", 0, PARAMS, "1200"));
        head(4520);
        assertEquals(Optional.empty(), state().end());
        head(5001);
        assertEquals(Optional.of(DealEnd.FAILED), state().end());
    }

    @Test
    void aSectorThatIsNotActiveAtTheStartEndsTheDeal() {
        toSealing();
        tell(new ChainSeen(true, -1, -1, 5020));
        assertEquals(Optional.empty(), state().end());
        tell(new ChainSeen(true, -1, -1, 5021));
        assertEquals(Optional.of(DealEnd.FAILED), state().end());
        assertTrue(state().reason().contains("gives the client its funds back"), state().reason());
    }

    @Test
    void aLostSectorIsReplacedBeforeTheStart() {
        toSealing();
        tell(new SectorLost(99, "another one"));
        assertEquals(DealStage.SEALING, state().stage());
        tell(new SectorLost(3, "sector 3 was removed"));
        assertEquals(DealStage.ADDING_PIECE, state().stage());
        assertTrue(crew.asked.contains("release 3"));
        assertEquals("place 5", crew.last());
        tell(new PiecePlaced(4, 1024, 1024));
        assertEquals(4, state().place().orElseThrow().sector());
    }

    @Test
    void aLostSectorEndsAnActiveDeal() {
        toSealing();
        tell(new SectorActive(1200));
        tell(new SectorLost(3, "sector 3 is terminated"));
        assertEquals("sector 3 is terminated", state().reason());
    }

    @Test
    void whatTheChainTakesBackIsLookedForAgain() {
        toSealing();
        tell(new ChainSeen(true, 1200, -1, 1210));
        assertEquals(DealStage.ACTIVE, state().stage());
        tell(new ChainSeen(true, -1, -1, 1220));
        assertEquals(DealStage.SEALING, state().stage());
        tell(new ChainSeen(false, -1, -1, 1230));
        assertEquals("look bafy1", crew.last());
    }

    private void accept() {
        tell(new Propose(Proposals.accepted(NAME), answers.ref()));
        assertEquals("", answers.receiveMessage().refusal());
    }

    private void toPublishing() {
        accept();
        head(1000);
        tell(new ImportData("/data", answers.ref()));
        answers.receiveMessage();
        tell(new DataChecked("/data", ""));
    }

    private void toSealing() {
        toPublishing();
        tell(new Batched("m1", 0, PARAMS, "1200"));
        tell(new PublishSent("bafy1"));
        tell(new PublishConfirmed("bafy1", 5, 1010));
        tell(new PiecePlaced(3, 0, 1024));
        tell(new ChainSeen(true, -1, -1, 1000));
    }

    private void restart() {
        deal.restart();
        head(1000);
    }

    private void head(long height) {
        tell(new HeadChanged(new HeadChange(FakeChain.at(height), HeadChange.NOTHING_REVERTED)));
    }

    private void tell(DealCommand command) {
        deal.runCommand(command);
    }

    private DealState state() {
        return deal.getState();
    }
}
