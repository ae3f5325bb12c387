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
        return new ProgressBar("Layers", new Screen(new PrintWriter(printed), terminal, false), () -> false, () -> now);
    }

    @Test
    void staysQuietWhatLastsLessThanTwoSeconds() {
        try (ProgressBar bar = bar(true)) {
            now = SECOND;
            bar.advanced(10, 10);
        }
        assertEquals("Layers: done in 1.0 s\n", printed.toString());
    }

    @Test
    void onATerminalOneLineSaysRateAndTimeLeft() {
        ProgressBar bar = bar(true);
        now = 10 * SECOND;
        bar.advanced(25, 100);
        assertTrue(printed.toString().contains("██████░░░░░░░░░░░░░░░░░░  25 %  2.5 %/s  00:30 left"), printed.toString());
    }

    @Test
    void onPaperALineAMinute() {
        try (ProgressBar bar = bar(false)) {
            for (int done = 0; done < 1800; done++) {
                now = done * SECOND / 10;
                bar.advanced(done, 1800);
            }
            now = 180 * SECOND;
        }
        assertEquals("""
                Layers: 33 %  0.6 %/s  02:00 left
                Layers: 67 %  0.6 %/s  01:00 left
                Layers: ended after 3 min
                """, printed.toString());
    }

    @Test
    void threadsThatReportOutOfOrderDoNotTurnItBack() {
        ProgressBar bar = bar(true);
        now = 10 * SECOND;
        bar.advanced(50, 100);
        now = 20 * SECOND;
        bar.advanced(40, 100);
        assertTrue(printed.toString().endsWith(" 50 %  2.5 %/s  00:20 left\n\u001b[?7h"), printed.toString());
    }
}
