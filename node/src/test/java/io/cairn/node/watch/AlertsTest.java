package io.cairn.node.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.actors.sweep.SweepResult;
import io.cairn.actors.view.DealView;
import io.cairn.persistence.deal.DealEvent;
import io.cairn.persistence.deal.DealState;
import io.cairn.node.view.Overview.Alert;
import io.cairn.node.view.Overview.Tone;
import io.cairn.persistence.Blob;
import io.cairn.persistence.deadline.DeadlineEvent;
import io.cairn.persistence.deadline.Window;
import io.cairn.persistence.deadline.WindowOutcome;
import io.cairn.protocol.money.TokenAmount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AlertsTest {

    private static Scene missed() {
        return new Scene().live(0).faulty(0).height(Scene.CLOSE + 3).window(
                new DeadlineEvent.ProvingStarted(Scene.WINDOW, Scene.OPEN), new DeadlineEvent.ProvingAbandoned(Scene.OPEN, Scene.CLOSE),
                new DeadlineEvent.WindowSettled(Scene.OPEN, WindowOutcome.MISSED, Scene.CLOSE));
    }

    private static List<String> ids(Scene scene) {
        return scene.alerts(Scene.STEADY).stream().map(Alert::id).toList();
    }

    @Test
    void nothingIsWrongWithAProviderThatProves() {
        assertEquals(List.of(), ids(new Scene().live(0, 1).proved().height(Scene.OPEN + 8)));
    }

    @Test
    void aSectorThatTheJournalDoesNotKnowIsAnAlert() {
        Alert alert = new Scene().live(0, 4).proved().height(Scene.OPEN + 8).stranger(4).alerts(Scene.STEADY).getFirst();
        assertEquals("Sector 4 unknown here", alert.title());
        assertEquals(Tone.bad, alert.tone());
    }

    @Test
    void aDeadlineWithoutSectorsGivesNoAlertAndNoWord() {
        DeadlineEvent[] failing = new DeadlineEvent[6];
        for (int event = 0; event < failing.length; event++) {
            failing[event] = event % 2 == 0 ? new DeadlineEvent.ProvingStarted(Scene.WINDOW, Scene.OPEN)
                    : new DeadlineEvent.ProvingFailed(Scene.OPEN, Scene.OPEN, "no partitions");
        }
        Scene without = new Scene().window(failing).height(Scene.OPEN + 8);
        assertEquals(List.of(), ids(without));
        assertEquals("", without.cells().get(Scene.DEADLINE).proof());
        assertEquals(List.of("proof-fails-7"), ids(new Scene().live(0).window(failing).height(Scene.OPEN + 8)));
    }

    @Test
    void aPausedDealIsAnAlertUntilItGoesOn() {
        DealState paused = DealState.empty().apply(new DealEvent.Paused("publish message bafy: exit code 16", 1));
        Scene scene = new Scene().live(0, 1).proved().height(Scene.OPEN + 8);
        Alert alert = scene.deal(new DealView("d1", paused, "")).alerts(Scene.STEADY).getFirst();
        assertEquals("Deal d1 waits for you", alert.title());
        assertEquals("publish message bafy: exit code 16. 'cairn deals retry d1' goes on with it, 'cancel' ends it.", alert.text());
        assertEquals(List.of(), ids(new Scene().live(0, 1).proved().height(Scene.OPEN + 8)
                .deal(new DealView("d1", paused.apply(new DealEvent.Resumed(2)), ""))));
    }

    @Test
    void whatASweepFindsIsAnAlert() {
        SweepResult found = new SweepResult(Instant.EPOCH, 3, new TreeMap<>(Map.of(2L, "no work is out for its stage TREES")),
                new TreeMap<>(Map.of("t01000/s/9", 2048L)));
        List<Alert> alerts = new Scene().live(0, 1).proved().height(Scene.OPEN + 8).swept(found).alerts(Scene.STEADY);
        assertEquals(List.of("Sector 2 is stuck", "Files of sectors that are not followed"), alerts.stream().map(Alert::title).toList());
        assertTrue(alerts.getFirst().text().contains("no work is out for its stage TREES"), alerts.getFirst().text());
        assertTrue(alerts.get(1).text().startsWith("2 KiB belong to t01000/s/9."), alerts.get(1).text());
    }

    @Test
    void aMissedWindowIsKeptForOneProvingPeriod() {
        assertEquals(List.of("missed-7-" + Scene.OPEN, "faulty-7-{0}"), normal(ids(missed())));
        assertTrue(ids(missed().height(Scene.CLOSE + 2879)).contains("missed-7-" + Scene.OPEN));
        assertEquals(List.of(), ids(missed().faulty().height(Scene.CLOSE + 2880)));
    }

    private static List<String> normal(List<String> ids) {
        return ids.stream().map(id -> id.startsWith("faulty-7-") ? "faulty-7-{0}" : id).toList();
    }

    @Test
    void aMissedWindowIsGoneWhenTheNextProofHasLanded() {
        long open = Scene.OPEN + 2880;
        Window next = new Window(Scene.PERIOD + 2880, 7, open, open + 60, open - 20, open - 70);
        Scene recovered = missed().faulty().height(open + 7).window(
                new DeadlineEvent.ProvingStarted(next, open - 10), new DeadlineEvent.ProofMade(open, Blob.of(new byte[1]), List.of(0), 1, 0, open),
                new DeadlineEvent.ProvingSucceeded(open, open), new DeadlineEvent.SubmissionStarted(open, 0, open + 4),
                new DeadlineEvent.MessageSent(open, 0, "request", "cid"), new DeadlineEvent.MessageLanded(open, 0, "cid", open + 6));
        assertEquals(List.of(), ids(recovered));
    }

    @Test
    void theAgeOfAMissedWindowFollowsFromTheChain() {
        Scene scene = missed().height(Scene.CLOSE + 600);
        assertEquals(scene.millis() - 600_000, scene.alerts(Scene.STEADY).getFirst().since());
    }

    @Test
    void aRecoveringSectorIsAWarningUntilItIsProven() {
        Scene scene = new Scene().live(0, 1).faulty(1).recovering(1);
        Alert alert = scene.alerts(Scene.STEADY).getFirst();
        assertEquals("Sector 1 recovering", alert.title());
        assertEquals(Tone.warn, alert.tone());
        assertEquals(List.of(), ids(scene.faulty().recovering()));
    }

    @Test
    void aPoorWorkerIsSaidBeforeMessagesStop() {
        assertEquals(List.of("worker-funds"), ids(new Scene().worker(TokenAmount.ofAtto(5))));
    }

    @Test
    void anAlertKeepsTheMomentAtWhichItBegan() {
        AlertBook book = new AlertBook();
        Alert first = new Alert("a", Tone.bad, "A", "first", 1_000);
        assertEquals(1_000, book.update(List.of(first)).getFirst().since());
        List<Alert> later = book.update(List.of(new Alert("a", Tone.bad, "A", "second", 9_000), new Alert("b", Tone.warn, "B", "", 8_000)));
        assertEquals(List.of("b", "a"), later.stream().map(Alert::id).toList());
        assertEquals(1_000, later.getLast().since());
        assertEquals("second", later.getLast().text());
        assertEquals(List.of(), book.update(List.of()));
        assertEquals(20_000, book.update(List.of(new Alert("a", Tone.bad, "A", "again", 20_000))).getFirst().since());
    }
}
