package io.cairn.node.bench;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProspectsTest {

    private static final long GIB = 1L << 30;
    private static final Rates RATES = new Rates(2, 1e9, 1e6, 1e7, 1e7, 1e5, 1e5, 16, 0.05, 5e6, 2e6);

    private static String how(String key, long budget) {
        return new Prospects(RATES, budget).all().stream().filter(figure -> figure.key().equals(key)).findFirst().orElseThrow().how();
    }

    @Test
    void theMemoryOfAProofIsComparedWithWhatProofsMayHave() {
        String enough = how("c2-32gib", 40 * GIB);
        assertTrue(enough.contains("enough memory: a partition takes up to 17.9 GiB outside the heap, proofs may have 40.0 GiB here"), enough);
        String tooMuch = how("window-32gib", 4 * GIB);
        assertTrue(tooMuch.contains("TOO MUCH MEMORY: a partition takes up to 17.8 GiB outside the heap, proofs may have 4.0 GiB here"), tooMuch);
        assertTrue(how("winning-32gib", 4 * GIB).contains("enough memory"));
        assertFalse(enough.contains("of heap"), enough);
    }
}
