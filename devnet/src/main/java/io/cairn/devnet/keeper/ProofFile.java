package io.cairn.devnet.keeper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;

/** The keeper's newest window proof on disk, so that no restart and no reorg makes it twice. */
public final class ProofFile {

    private static final int RANDOMNESS_BYTES = 32;
    private static final int HEAD_BYTES = Long.BYTES + RANDOMNESS_BYTES;

    private final Path file;

    /** A proof at that path, which need not exist. */
    public ProofFile(Path file) {
        this.file = file;
    }

    /** The proof of the window that opens at the epoch, if it was made for this randomness. */
    Optional<byte[]> find(long open, byte[] randomness) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        byte[] head = head(open, randomness);
        boolean fits = bytes.length > HEAD_BYTES && Arrays.equals(head, Arrays.copyOf(bytes, HEAD_BYTES));
        return fits ? Optional.of(Arrays.copyOfRange(bytes, HEAD_BYTES, bytes.length)) : Optional.empty();
    }

    /** Replaces what was kept. */
    void keep(long open, byte[] randomness, byte[] proof) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.write(unfinished, ByteBuffer.allocate(HEAD_BYTES + proof.length).put(head(open, randomness)).put(proof).array());
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] head(long open, byte[] randomness) {
        return ByteBuffer.allocate(HEAD_BYTES).putLong(open).put(randomness).array();
    }
}
