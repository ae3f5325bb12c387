package io.cairn.node.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cairn.persistence.file.StoredFile;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private static final StoredFile LETTERS = new StoredFile("root/letters", "letters", "root", 1, List.of(), 0);
    private static final StoredFile NUMBERS = new StoredFile("root/numbers", "numbers", "root", 1, List.of(), 0);

    private final ScheduledThreadPoolExecutor clerk = new ScheduledThreadPoolExecutor(1);
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicBoolean failing = new AtomicBoolean(true);
    private final Attempts attempts = new Attempts(clerk, Duration.ofHours(1), _ -> {
        made.incrementAndGet();
        return failing.get();
    });

    @AfterEach
    void end() {
        clerk.shutdownNow();
    }

    private void settle() throws Exception {
        clerk.submit(() -> { }).get(10, TimeUnit.SECONDS);
    }

    @Test
    void aFileThatIsBegunAgainHasOneRowOfAttempts() throws Exception {
        attempts.begin(LETTERS);
        attempts.begin(LETTERS);
        attempts.begin(NUMBERS);
        settle();
        assertEquals(2, made.get());
        assertEquals(2, clerk.getQueue().size(), "one attempt is to follow for each file");
    }

    @Test
    void afterTheLastAttemptAFileCanBeBegunAnew() throws Exception {
        failing.set(false);
        attempts.begin(LETTERS);
        attempts.begin(LETTERS);
        settle();
        assertEquals(2, made.get());
        assertEquals(0, clerk.getQueue().size());
    }

    @Test
    void anAttemptThatFailsBlocksNoLaterOne() throws Exception {
        Attempts broken = new Attempts(clerk, Duration.ofHours(1), _ -> {
            made.incrementAndGet();
            throw new IllegalStateException("broken");
        });
        broken.begin(LETTERS);
        broken.begin(LETTERS);
        settle();
        assertEquals(2, made.get());
    }
}
