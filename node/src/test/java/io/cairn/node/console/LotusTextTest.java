package io.cairn.node.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.node.console.Paper.Cell;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Epochs, sizes and power as a recorded Lotus miner printed them. */
class LotusTextTest {

    private static final Epochs EPOCHS = new Epochs(705, 4);

    @Test
    void epochsHaveTheTimeTheyAreAway() {
        assertEquals("658 (3 minutes 8 seconds ago)", EPOCHS.relative(658));
        assertEquals("718 (in 52 seconds)", EPOCHS.relative(718));
        assertEquals("3538 (in 3 hours 8 minutes)", EPOCHS.relative(3538));
        assertEquals("705 (now)", EPOCHS.relative(705));
        assertEquals("1549448 (in 10 weeks 1 day)", new Epochs(539, 4).relative(1549448));
        assertEquals("3675537 (in 24 weeks 2 days)", new Epochs(539, 4).relative(3675537));
        assertEquals("121677 (in 5 days 14 hours)", new Epochs(539, 4).relative(121677));
    }

    @Test
    void sizesHaveFourDigitsAndPowerThree() {
        assertEquals("6 KiB", Quantities.bytes("6144"));
        assertEquals("0 B", Quantities.bytes("0"));
        assertEquals("183.6 GiB", Quantities.bytes("197138999705"));
        assertEquals("40 Ki", Quantities.quality("40960"));
        assertEquals("0 B", Quantities.quality("0"));
        assertEquals("100.0000%", Quantities.percent("4096", "4096", 4));
        assertEquals("0.0000%", Quantities.percent("0", "0", 4));
    }

    @Test
    void coloursAreOnlyWhereTheyCanBeSeen() {
        StringWriter coloured = new StringWriter();
        new Paper(new PrintWriter(coloured, true), true).table(List.of("a", "b"), List.of(List.of(new Cell("x", Style.BAD), Cell.of("y"))));
        assertTrue(coloured.toString().contains("\u001b[31mx\u001b[0m  y"), coloured.toString());
        StringWriter plain = new StringWriter();
        new Paper(new PrintWriter(plain, true), false).line(new Cell("x", Style.BAD));
        assertFalse(plain.toString().contains("\u001b"));
    }
}
