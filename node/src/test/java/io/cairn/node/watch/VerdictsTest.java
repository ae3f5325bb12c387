package io.cairn.node.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.actors.work.WorkKind;
import io.cairn.node.view.Overview;
import io.cairn.node.view.Overview.Tone;
import io.cairn.node.view.Overview.Verdict;
import io.cairn.persistence.Blob;
import io.cairn.persistence.deadline.DeadlineEvent;
import io.cairn.persistence.deadline.WindowOutcome;
import io.cairn.persistence.sector.FailureCode;
import io.cairn.persistence.sector.SectorEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answer to "am I losing money now?" in every case. */
class VerdictsTest {

    private static void assertVerdict(Tone tone, String sentence, Verdict verdict) {
        assertEquals(sentence, verdict.sentence());
        assertEquals(tone, verdict.tone(), sentence);
    }

    @Test
    void anEmptyProviderLosesNothing() {
        assertVerdict(Tone.none, "No sector to prove: nothing is earned, nothing is lost.", new Scene().verdict());
    }

    @Test
    void whileTheFirstSectorIsSealedThereIsNoPower() {
        assertVerdict(Tone.busy, "No power yet: 1 sector is being sealed.", new Scene().sector(0).verdict());
    }

    @Test
    void whatIsSealedIsToldWithTheTimeLeft() {
        assertEquals("Sector 0: proof, 40 % done, about 15 s left.",
                new Scene().sector(0).computing(WorkKind.SEALING, "sector 0", "proof", 40).verdict().detail());
    }

    @Test
    void anOpenWindowTellsHowFarItsProofIs() {
        assertVerdict(Tone.busy, "Nothing lost: the window of deadline 7 is open, its proof is 62 % done.",
                new Scene().live(0).height(Scene.OPEN + 2).window(new DeadlineEvent.ProvingStarted(Scene.WINDOW, Scene.OPEN - 10))
                        .computing(WorkKind.WINDOW_PROOF, "deadline 7 partition 0", "window proof", 62).verdict());
    }

    @Test
    void beforeTheFirstWindowNothingIsMissed() {
        Verdict verdict = new Scene().live(0, 1).verdict();
        assertVerdict(Tone.done, "Nothing missed: the first window is still to come.", verdict);
        assertTrue(verdict.detail().startsWith("Deadline 7 opens in 320 epochs (5 min 20 s, at "), verdict.detail());
    }

    @Test
    void anOpenWindowWithoutAProofIsNotALossYet() {
        Verdict verdict = new Scene().live(0, 1).window(new DeadlineEvent.ProvingStarted(Scene.WINDOW, Scene.OPEN - 10)).height(Scene.OPEN + 2).verdict();
        assertVerdict(Tone.busy, "Nothing lost: the window of deadline 7 is open, proof is being made.", verdict);
        assertTrue(verdict.detail().startsWith("Deadline 7 closes in 58 epochs"), verdict.detail());
    }

    @Test
    void anOpenWindowThatIsNearlyOverIsAtRisk() {
        assertVerdict(Tone.bad, "At risk: the window of deadline 7 is nearly over and its proof is not sent.",
                new Scene().live(0).height(Scene.CLOSE - 10).verdict());
    }

    @Test
    void aLandedProofMakesAllWell() {
        Verdict verdict = new Scene().live(0, 1).proved().height(Scene.OPEN + 8).verdict();
        assertVerdict(Tone.done, "Every window proven.", verdict);
        assertTrue(verdict.detail().startsWith("Deadline 7 opens in 2,872 epochs"), verdict.detail());
    }

    @Test
    void aMissedWindowCostsMoneyAsLongAsItsSectorsAreFaulty() {
        Scene missed = new Scene().live(0, 1).faulty(0, 1).height(Scene.CLOSE + 3).window(
                new DeadlineEvent.ProvingStarted(Scene.WINDOW, Scene.OPEN), new DeadlineEvent.ProvingAbandoned(Scene.OPEN, Scene.CLOSE),
                new DeadlineEvent.WindowSettled(Scene.OPEN, WindowOutcome.MISSED, Scene.CLOSE));
        assertVerdict(Tone.bad, "Losing money: 2 of 2 sectors are faulty since deadline 7 missed its window.", missed.verdict());
        assertVerdict(Tone.warn, "2 sectors are recovering: power comes back with the next proof.", missed.recovering(0, 1).verdict());
        assertVerdict(Tone.warn, "Nothing lost now, but deadline 7 missed its last window.", missed.faulty().recovering().verdict());
    }

    @Test
    void aFaultySectorCostsMoney() {
        assertVerdict(Tone.bad, "Losing money: 1 of 3 sectors is faulty.", new Scene().live(0, 1, 2).faulty(2).verdict());
    }

    @Test
    void aFaultBesideARecoveryStillCosts() {
        assertVerdict(Tone.bad, "Losing money: 1 of 3 sectors is faulty.", new Scene().live(0, 1, 2).faulty(1, 2).recovering(1).verdict());
    }

    @Test
    void aWindowWithFaultySectorsOnlyHasNothingToProve() {
        assertEquals("faulty", new Scene().live(0).faulty(0).height(Scene.OPEN + 2).cells().get(7).kind().name());
    }

    @Test
    void aNodeThatIsAwayIsSaidFirst() {
        assertVerdict(Tone.bad, "The chain node is away: nothing can be proved or sent until it is back.",
                new Scene().live(0).faulty(0).nodeAway("Connection refused").verdict());
        assertVerdict(Tone.bad, "At risk: the chain node is away and deadline 7 is open and unproved.",
                new Scene().live(0).height(Scene.OPEN + 1).nodeAway("Connection refused").verdict());
    }

    @Test
    void aHeadThatStandsIsSaid() {
        assertVerdict(Tone.warn, "The chain stands still: no new head for 45 s.",
                new Scene().live(0).silence(Duration.ofSeconds(45)).verdict());
    }

    @Test
    void aNodeThatIsNotInSyncIsSaidThoughItsHeadMoves() {
        Scene catchingUp = new Scene().live(0).behind(Duration.ofHours(4));
        assertVerdict(Tone.warn, "The chain node is behind: its head is 4 h old.", catchingUp.verdict());
        assertEquals(List.of("node-behind"), catchingUp.alerts(Scene.STEADY).stream().map(Overview.Alert::id).toList());
        assertEquals(List.of(), catchingUp.alerts(new Pace(Duration.ofSeconds(1), true, false)));
    }

    @Test
    void aClockThatWaitsForAProofIsNoTrouble() {
        Pace lapse = new Pace(Duration.ofSeconds(1), true, false);
        Scene waiting = new Scene().live(0).height(Scene.CLOSE - 4).silence(Duration.ofSeconds(45));
        assertVerdict(Tone.busy, "The embedded chain waits for the proof of deadline 7.", waiting.verdict(lapse));
        assertEquals(List.of(), waiting.alerts(lapse));
        assertVerdict(Tone.warn, "The chain stands still: no new head for 45 s.", waiting.verdict(Scene.STEADY));
    }

    @Test
    void aSectorThatWaitsForTheOperatorIsNoLossButNeedsAHand() {
        Scene scene = new Scene();
        scene.live(0).proved().height(Scene.OPEN + 8).sector(1, new SectorEvent.Held(FailureCode.BAD_HARDWARE, "five times", scene.millis()));
        Verdict verdict = scene.verdict();
        assertVerdict(Tone.warn, "Every window proven.", verdict);
        assertTrue(verdict.detail().endsWith("One thing needs a hand."), verdict.detail());
    }

    @Test
    void aProofOnItsWayIsToldHowFarItIs() {
        DeadlineEvent made = new DeadlineEvent.ProofMade(Scene.OPEN, Blob.of(new byte[1]), List.of(0), 1, 0, Scene.OPEN);
        Scene scene = new Scene().live(0).height(Scene.OPEN + 5).window(new DeadlineEvent.ProvingStarted(Scene.WINDOW, Scene.OPEN), made,
                new DeadlineEvent.ProvingSucceeded(Scene.OPEN, Scene.OPEN), new DeadlineEvent.SubmissionStarted(Scene.OPEN, 0, Scene.OPEN + 4),
                new DeadlineEvent.MessageSent(Scene.OPEN, 0, "request", "cid"));
        assertVerdict(Tone.busy, "Nothing lost: the window of deadline 7 is open, proof sent, waiting for the chain.", scene.verdict());
    }
}
