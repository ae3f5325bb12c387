package io.cairn.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cairn.proofs.dispatch.Priority;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeFileRemovalTest {

    private static final long LENGTH = (3L << 30) + 5;

    @TempDir
    Path folder;

    /** Without blocks, so that it costs nothing. */
    private Path holes() throws IOException {
        Path file = folder.resolve("holes");
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(LENGTH);
        }
        return file;
    }

    @Test
    void aLargeFileIsRemovedInParts() throws IOException {
        Path file = holes();
        AtomicInteger asked = new AtomicInteger();
        Progress cancelling = new Progress() {
            @Override
            public void advanced(long done, long total) {
                // Nothing to show.
            }

            @Override
            public boolean cancelled() {
                return asked.incrementAndGet() > 3;
            }
        };
        try (ProofDispatcher dispatcher = new ProofDispatcher(1)) {
            assertThrows(CancellationException.class, () -> dispatcher.compute(Priority.LABELS, cancelling, () -> {
                DiskSpace.remove(file);
                return null;
            }));
            assertTrue(Files.size(file) < LENGTH, "some parts are gone");
        }
        DiskSpace.remove(file);
        assertFalse(Files.exists(file));
    }

    @Test
    void whatIsNotThereNeedNotBeRemoved() throws IOException {
        DiskSpace.remove(folder.resolve("nothing"));
        Path small = Files.write(folder.resolve("small"), new byte[5]);
        assertEquals(5, Files.size(small));
        DiskSpace.remove(small);
        assertFalse(Files.exists(small));
    }
}
