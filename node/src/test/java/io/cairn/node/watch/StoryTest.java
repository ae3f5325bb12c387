package io.cairn.node.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cairn.actors.work.WorkKind;
import io.cairn.node.view.Overview.StoryLine;
import io.cairn.persistence.Blob;
import io.cairn.persistence.deadline.DeadlineEvent;
import io.cairn.persistence.deadline.WindowOutcome;
import io.cairn.persistence.sector.SectorEvent;
import io.cairn.persistence.sector.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTest {

    private static final Blob BYTES = Blob.of(new byte[] {1});

    private final Scene scene = new Scene();
    private final Story story = story(scene);

    private static Story story(Scene scene) {
        return new Story(10, Instant.ofEpochMilli(scene.millis()));
    }

    private List<String> lines() {
        return story.newest().reversed().stream().map(line -> line.subject() + ": " + line.text()).toList();
    }

    @Test
    void aSectorsWayIsToldInOrderAndOnce() {
        long at = scene.millis();
        story.look(scene.facts());
        SectorEvent[] way = {
            new SectorEvent.TaskQueued(Stage.LAYERS, 1, 0, at), new SectorEvent.LayersDone(1, at + 2_000),
            new SectorEvent.TaskQueued(Stage.TREES, 2, 0, at + 2_000), new SectorEvent.TreesDone(2, "bagboea4b5abc", at + 5_000),
            new SectorEvent.PreCommitSent("request", "bafy2bzacebwmv4qv53uyb45skmdg7nkowzxps622v7zpkvqtrbqkiyqdhq7ge", at + 6_000),
            new SectorEvent.PreCommitLanded(123, at + 7_000), new SectorEvent.SeedReady(133, BYTES, at + 17_000),
            new SectorEvent.TaskQueued(Stage.PROOF, 3, 0, at + 17_000), new SectorEvent.ProofDone(3, BYTES, at + 97_000),
            new SectorEvent.CommitSent("request", "bafy2bzacebwmv4qv53uyb45skmdg7nkowzxps622v7zpkvqtrbqkiyqdhq7ge", at + 98_000),
            new SectorEvent.CommitLanded(240, 5000, at + 99_000)};
        for (int known = 4; known <= way.length; known++) {
            story.look(scene.sector(1, Arrays.copyOf(way, known)).facts());
            story.look(scene.facts());
        }
        assertEquals(List.of(
                "sector 1: begun, without data",
                "sector 1: layers labelled in 2.0 s",
                "sector 1: trees built, replica encoded in 3.0 s",
                "sector 1: pre-commitment sent (bafy2bza…dhq7ge)",
                "sector 1: pre-committed at epoch 123; seed at epoch 133",
                "sector 1: seed of epoch 133 is there, proof begins",
                "sector 1: proof made in 1 min 20 s",
                "sector 1: commitment sent (bafy2bza…dhq7ge)",
                "sector 1: committed, active at epoch 240, until 5,000"), lines());
    }

    @Test
    void aStageThatWasInterruptedSaysWhatThisProcessComputed() {
        long before = scene.millis() - 1_200_000;
        SectorEvent queued = new SectorEvent.TaskQueued(Stage.PROOF, 3, 0, before);
        story.look(scene.sector(1, queued).computing(WorkKind.SEALING, "sector 1", "proof", 40).facts());
        story.look(scene.sector(1, queued, new SectorEvent.ProofDone(3, BYTES, scene.millis() + 60_000)).facts());
        assertEquals("sector 1: proof made in 1 min 10 s since the restart, begun 21 min before", lines().getLast());
    }

    @Test
    void aStageOfEarlierProcessesSaysOnlyWhenItBegan() {
        long before = scene.millis() - 1_200_000;
        story.look(scene.sector(1, new SectorEvent.TaskQueued(Stage.PROOF, 3, 0, before), new SectorEvent.ProofDone(3, BYTES, before + 900_000)).facts());
        assertEquals(List.of("sector 1: proof made, begun 15 min before", "sector 1: begun, without data"), lines());
    }

    @Test
    void aWindowIsToldInOrderEvenWhenItIsSeenLate() {
        story.look(scene.live(0, 1).facts());
        story.look(scene.proved().facts());
        story.look(scene.window(new DeadlineEvent.WindowSettled(Scene.OPEN, WindowOutcome.PROVEN, Scene.CLOSE)).facts());
        assertEquals(List.of(
                "window of deadline 7: proof made, 2 sectors",
                "window of deadline 7: proof sent (bafy2bza…ofacid)",
                "window of deadline 7: proof landed at epoch 10,426"), lines());
        assertEquals(1, story.windows().landed());
    }

    @Test
    void aDeadlineWithoutSectorsHasNoStory() {
        DeadlineEvent[] leapt = {new DeadlineEvent.ProvingStarted(Scene.WINDOW, Scene.OPEN), new DeadlineEvent.ProvingAbandoned(Scene.OPEN, Scene.CLOSE)};
        story.look(scene.facts());
        story.look(scene.window(leapt).facts());
        story.look(scene.window(new DeadlineEvent.WindowSettled(Scene.OPEN, WindowOutcome.MISSED, Scene.CLOSE)).facts());
        assertEquals(List.of(), lines());
        assertEquals(0, story.windows().failed() + story.windows().late());
        Scene withSectors = new Scene().live(0);
        Story ofSectors = story(withSectors);
        ofSectors.look(withSectors.facts());
        ofSectors.look(withSectors.window(leapt).facts());
        assertEquals(1, ofSectors.windows().failed());
    }

    @Test
    void aReorganisationThatTakesAProofBackIsTold() {
        story.look(scene.live(0).proved().facts());
        story.look(scene.window(new DeadlineEvent.SubmissionsReverted(Scene.OPEN, Scene.OPEN - 1)).facts());
        story.look(scene.window(new DeadlineEvent.SubmissionStarted(Scene.OPEN, 0, Scene.OPEN + 8),
                new DeadlineEvent.MessageSent(Scene.OPEN, 0, "request", "cid"), new DeadlineEvent.MessageLanded(Scene.OPEN, 0, "cid", Scene.OPEN + 9)).facts());
        assertEquals(List.of(
                "window of deadline 7: reorganisation took the proof back, sent again",
                "window of deadline 7: proof sent (cid)",
                "window of deadline 7: proof landed at epoch 10,429"), lines());
    }

    @Test
    void faultsRecoveriesAndAbsencesAreTold() {
        story.look(scene.live(0, 1).facts());
        story.look(scene.faulty(1).facts());
        story.look(scene.recovering(1).facts());
        story.look(scene.nodeAway("Connection refused").facts());
        story.look(scene.silence(Duration.ofSeconds(40)).nodeBack().facts());
        story.look(scene.faulty().recovering().facts());
        assertEquals(List.of(
                "sector 1: faulty: no power until recovered",
                "sector 1: declared recovered, power comes back with the next proof",
                "chain node: away: Connection refused",
                "chain node: back after 40 s",
                "sector 1: recovered"), lines());
    }

    @Test
    void powerThatComesAndGoesIsTold() {
        story.look(scene.facts());
        story.look(scene.live(0, 1).facts());
        assertEquals(List.of("power: 0 B → 4 KiB"), lines());
    }

    @Test
    void numbersGrowFromLineToLine() {
        story.look(scene.facts());
        story.look(scene.sector(0).sector(1).facts());
        assertEquals(List.of(2L, 1L), story.newest().stream().map(StoryLine::number).toList());
    }
}
