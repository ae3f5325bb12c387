package io.cairn.node.market;

import io.cairn.persistence.file.StoredFile;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Attempts at files, repeated until one is the last: a file has one row of attempts at a time, however often it is begun. */
final class Attempts {

    private final ScheduledExecutorService clerk;
    private final Duration pause;
    private final Predicate<StoredFile> attempt;
    /** Ids of files that have a row; only the clerk touches it. */
    private final Set<String> begun = new HashSet<>();

    /**
     * Nothing is begun yet.
     *
     * @param clerk   one thread, which makes all attempts
     * @param pause   from one attempt to the next at the same file
     * @param attempt answers whether another has to follow
     */
    Attempts(ScheduledExecutorService clerk, Duration pause, Predicate<StoredFile> attempt) {
        this.clerk = clerk;
        this.pause = pause;
        this.attempt = attempt;
    }

    /** Begins with a file unless attempts at it are under way. */
    void begin(StoredFile file) {
        clerk.execute(() -> {
            if (begun.add(file.id())) {
                next(file);
            }
        });
    }

    private void next(StoredFile file) {
        boolean another = false;
        try {
            another = attempt.test(file);
        } finally {
            if (another) {
                clerk.schedule(() -> next(file), pause.toMillis(), TimeUnit.MILLISECONDS);
            } else {
                begun.remove(file.id());
            }
        }
    }
}
