package io.cairn.proofs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WarmupTest {

    @Test
    void closingEndsIt() throws InterruptedException {
        Warmup warmup = Warmup.start();
        warmup.close();
        warmup.close();
        assertTrue(warmup.ends(Duration.ofSeconds(60)));
    }
}
