package io.cairn.proofs.circuit;

import io.cairn.proofs.dispatch.Progress;
import java.util.concurrent.atomic.AtomicLong;

/** Rows that the writers of one circuit have written together. Safe for many threads. */
final class RowCount {

    private final long total;
    private final Progress progress;
    private final AtomicLong written = new AtomicLong();

    RowCount(long total, Progress progress) {
        this.total = total;
        this.progress = progress;
    }

    /** Tells of more rows; throws {@link java.util.concurrent.CancellationException} if asked to stop. */
    void add(int rows) {
        progress.checkCancelled();
        progress.advanced(written.addAndGet(rows), total);
    }
}
