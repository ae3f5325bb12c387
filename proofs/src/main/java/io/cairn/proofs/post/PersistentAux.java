package io.cairn.proofs.post;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The file {@code p_aux}: the roots behind comm_r.
 *
 * @param commC     root of the column tree, 32 bytes
 * @param commRLast root of the replica tree, 32 bytes
 */
public record PersistentAux(byte[] commC, byte[] commRLast) {

    private static final int BYTES = 64;

    /** Reads the file of a sector's cache folder. */
    public static PersistentAux read(Path cache) throws IOException {
        Path file = cache.resolve("p_aux");
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "the sector's cache folder has no p_aux, without which it cannot be proved");
        }
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length != BYTES) {
            throw new IOException(file + ": " + bytes.length + " bytes, expected " + BYTES);
        }
        return new PersistentAux(Arrays.copyOf(bytes, BYTES / 2), Arrays.copyOfRange(bytes, BYTES / 2, BYTES));
    }
}
