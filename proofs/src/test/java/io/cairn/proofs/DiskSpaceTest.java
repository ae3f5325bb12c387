package io.cairn.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cairn.proofs.tree.MappedFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {

    private static final long TOO_MUCH = 1L << 60;

    @TempDir
    Path folder;

    @Test
    void aMappedFileThatDoesNotFitIsRefusedBeforeAnythingIsWritten() {
        Path file = folder.resolve("sc-02-data-layer-1.dat");
        DiskFullException full = assertThrows(DiskFullException.class, () -> MappedFile.create(file, TOO_MUCH));
        assertEquals(TOO_MUCH, full.wanted());
        assertTrue(full.getMessage().startsWith(file + ": the disk is full: " + TOO_MUCH + " bytes wanted, " + full.free() + " free; make room"),
                full.getMessage());
        assertFalse(Files.exists(file));
    }

    @Test
    void aMappedFileHasAllItsBlocks() throws Exception {
        Path file = folder.resolve("nodes");
        MappedFile.create(file, 1 << 20).close();
        Process du = new ProcessBuilder("du", "-k", file.toString()).start();
        String kibibytes = new String(du.getInputStream().readAllBytes()).split("\\s")[0];
        assertTrue(Long.parseLong(kibibytes) >= 1024, kibibytes);
    }

    @Test
    void aDiskThatFillsUpWhileItIsWrittenToIsCalledFull() throws IOException {
        Path device = Path.of("/dev/full");
        assumeTrue(Files.isWritable(device), "there is no /dev/full to write to");
        try (FileChannel channel = FileChannel.open(device, StandardOpenOption.WRITE)) {
            DiskFullException full = assertThrows(DiskFullException.class, () -> DiskSpace.fill(device, channel, 4096));
            assertTrue(full.getCause().getMessage().contains("No space left"), full.getCause().toString());
        }
        Path source = Files.write(folder.resolve("source"), new byte[4096]);
        assertThrows(DiskFullException.class, () -> DiskSpace.copyFirst(source, device, 4096));
    }

    @Test
    void anotherFailureStaysWhatItIs() {
        IOException broken = new IOException("Input/output error");
        assertSame(broken, DiskSpace.explained(folder, 1, broken));
    }
}
