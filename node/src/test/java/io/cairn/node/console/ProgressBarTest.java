package io.cairn.node.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private static final long SECOND = 1_000_000_000L;

    private final StringWriter printed = new StringWriter();
    private long now;

    private ProgressBar bar(boolean terminal) {
        return new ProgressBar("Layers", new PrintWriter(printed), terminal, () -> now);
    }

    @Test
    void staysQuietWhatLastsLessThanTwoSeconds() {
        try (ProgressBar bar = bar(true)) {
            now = SECOND;
            bar.advanced(10, 10);
        }
        assertEquals("Layers done in 1.0 s\n", printed.toString());
    }

    @Test
    void onATerminalOneLineSaysRateAndTimeLeft() {
        ProgressBar bar = bar(true);
        now = 10 * SECOND;
        bar.advanced(25, 100);
        assertEquals("\rLayers ██████░░░░░░░░░░░░░░░░░░  25 %  2.5 %/s  00:30 left  ", printed.toString());
    }

    @Test
    void onPaperALineEachTenth() {
        try (ProgressBar bar = bar(false)) {
            for (int done = 0; done <= 1000; done++) {
                now = 5 * SECOND + done * SECOND / 10;
                bar.advanced(done, 1000);
            }
        }
        assertEquals(11, printed.toString().lines().count());
        assertTrue(printed.toString().endsWith("Layers done in 105.0 s\n"), printed.toString());
    }

    @Test
    void threadsThatReportOutOfOrderDoNotTurnItBack() {
        ProgressBar bar = bar(true);
        now = 10 * SECOND;
        bar.advanced(50, 100);
        now = 20 * SECOND;
        bar.advanced(40, 100);
        assertTrue(printed.toString().contains(" 50 %  2.5 %/s  00:20 left"), printed.toString());
    }
}
