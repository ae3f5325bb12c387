package io.cairn.node.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProspectsTest {

    private static final long GIB = 1L << 30;
    private static final Rates RATES = new Rates(2, 1e9, 1e6, 1e7, 1e7, 1e5, 1e5, 16, 0.05, 5e6, 2e6);

    private static Figure figure(String key, long memory) {
        return new Prospects(RATES, memory).all().stream().filter(figure -> figure.key().equals(key)).findFirst().orElseThrow();
    }

    @Test
    void theMemoryOfAProofIsComparedWithWhatProofsMayHave() {
        Figure fits = figure("c2-memory-32gib", 40 * GIB);
        assertEquals(17.9, fits.value(), 0.1);
        assertTrue(fits.how().startsWith("fits into the 40.0 GiB outside the heap"), fits.how());
        Figure tooMuch = figure("window-memory-32gib", 4 * GIB);
        assertTrue(tooMuch.how().startsWith("TOO MUCH for the 4.0 GiB outside the heap"), tooMuch.how());
        assertTrue(figure("winning-memory-32gib", 4 * GIB).how().startsWith("fits into"));
    }

    @Test
    void aTimeIsNotPromisedWhereMemoryIsMissing() {
        assertTrue(figure("window-32gib", 4 * GIB).how().contains("NOT HERE"));
        assertFalse(figure("window-32gib", 40 * GIB).how().contains("NOT HERE"));
        assertFalse(figure("winning-32gib", 4 * GIB).how().contains("NOT HERE"));
    }
}
