package io.cairn.node.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private final StringWriter printed = new StringWriter();

    private Screen screen(boolean terminal) {
        return new Screen(new PrintWriter(printed), terminal, false);
    }

    /** What a terminal shows after all that, understanding just what a screen writes. */
    private List<String> shown() {
        List<String> rows = new ArrayList<>(List.of(""));
        int row = 0;
        Matcher parts = Pattern.compile("\u001b\\[(\\??[0-9]*)([AJhl])|(\n)|(\r)|([^\u001b\n\r]+)").matcher(printed.toString());
        while (parts.find()) {
            if (parts.group(5) != null) {
                rows.set(row, rows.get(row) + parts.group(5));
            } else if (parts.group(3) != null) {
                row++;
                while (rows.size() <= row) {
                    rows.add("");
                }
            } else if ("A".equals(parts.group(2))) {
                row -= Integer.parseInt(parts.group(1));
            } else if ("J".equals(parts.group(2))) {
                rows.subList(row, rows.size()).clear();
                rows.add("");
            }
        }
        return rows.subList(0, rows.size() - 1);
    }

    @Test
    void linesStayAboveWhatIsRedrawn() {
        Screen screen = screen(true);
        screen.line("one");
        screen.live(List.of("bar 10 %", "epoch 5"));
        screen.line("two");
        screen.live(List.of("bar 20 %", "other 1 %", "epoch 6"));
        assertEquals(List.of("one", "two", "bar 20 %", "other 1 %", "epoch 6"), shown());
        screen.live(List.of());
        assertEquals(List.of("one", "two"), shown());
    }

    @Test
    void nothingIsWrittenWhenNothingIsNew() {
        Screen screen = screen(true);
        screen.live(List.of("epoch 5"));
        int length = printed.toString().length();
        screen.live(List.of("epoch 5"));
        assertEquals(length, printed.toString().length());
    }

    @Test
    void onPaperThereAreOnlyLines() {
        Screen screen = screen(false);
        screen.live(List.of("bar 10 %"));
        screen.line("one");
        assertEquals("one\n", printed.toString());
    }
}
