package io.cairn.proofs;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class WarmupTest {

    @Test
    void closingEndsIt() {
        Warmup warmup = Warmup.start();
        warmup.close();
        assertFalse(warmup.isRunning());
        warmup.close();
    }
}
