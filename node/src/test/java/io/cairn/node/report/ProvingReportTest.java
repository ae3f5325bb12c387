package io.cairn.node.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cairn.persistence.Blob;
import io.cairn.persistence.deadline.DeadlineEvent;
import io.cairn.persistence.deadline.DeadlineState;
import io.cairn.persistence.deadline.Window;
import io.cairn.persistence.deadline.WindowOutcome;
import io.cairn.persistence.deadline.WindowState;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvingReportTest {

    private static final Window WINDOW = new Window(0, 2, 120, 180, 100, 50);
    private static final DeadlineEvent STARTED = new DeadlineEvent.ProvingStarted(WINDOW, 110);
    private static final DeadlineEvent MADE = new DeadlineEvent.ProvingSucceeded(120, 112);

    private static WindowState after(DeadlineEvent... events) {
        DeadlineState state = DeadlineState.empty();
        for (DeadlineEvent event : events) {
            state = state.apply(event);
        }
        return state.newest().orElseThrow();
    }

    @Test
    void withoutLivePartitionsAWindowIsEmptyHoweverItWentBy() {
        assertEquals("empty", ProvingReport.state(after(STARTED), 0));
        assertEquals("empty", ProvingReport.state(after(STARTED, MADE), 0));
        assertEquals("empty", ProvingReport.state(after(STARTED, new DeadlineEvent.ProvingAbandoned(120, 190)), 0));
        assertEquals("empty", ProvingReport.state(after(STARTED, new DeadlineEvent.WindowSettled(120, WindowOutcome.MISSED, 190)), 0));
    }

    @Test
    void onlyWhatHasAProofIsProved() {
        DeadlineEvent proof = new DeadlineEvent.ProofMade(120, Blob.of(new byte[1]), List.of(0), 2, 0, 111);
        assertEquals("empty", ProvingReport.state(after(STARTED, MADE), 1));
        assertEquals("proving", ProvingReport.state(after(STARTED), 1));
        assertEquals("ready", ProvingReport.state(after(STARTED, proof, MADE), 1));
        assertEquals("ready", ProvingReport.state(after(STARTED, proof, MADE), 0));
        assertEquals("abandoned", ProvingReport.state(after(STARTED, new DeadlineEvent.ProvingAbandoned(120, 190)), 1));
    }
}
