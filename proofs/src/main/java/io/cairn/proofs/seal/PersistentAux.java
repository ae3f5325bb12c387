package io.cairn.proofs.seal;

import io.cairn.proofs.Commitment;
import io.cairn.proofs.DamagedFileException;
import io.cairn.proofs.FileRemedy;
import io.cairn.proofs.hash.Poseidon;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The file {@code p_aux}: the roots of the column tree and of the replica tree, 64 bytes.
 *
 * <p>Source: rust-fil-proofs, filecoin-proofs/src/api/util.rs (persist_p_aux). Immutable.
 */
public final class PersistentAux {

    private static final int BYTES = 64;

    private final byte[] commC;
    private final byte[] commRLast;

    /** Two roots of 32 bytes, each a field element. */
    public PersistentAux(byte[] commC, byte[] commRLast) {
        this.commC = Commitment.requireScalar("comm_c", commC).clone();
        this.commRLast = Commitment.requireScalar("comm_r_last", commRLast).clone();
    }

    /**
     * Reads the file.
     *
     * @throws IOException if it is missing, or not two field elements
     */
    public static PersistentAux read(Path file) throws IOException {
        FileRemedy.requireThere(file);
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length != BYTES) {
            throw new DamagedFileException(file, bytes.length + " bytes", String.valueOf(BYTES));
        }
        try {
            return new PersistentAux(Arrays.copyOf(bytes, BYTES / 2), Arrays.copyOfRange(bytes, BYTES / 2, BYTES));
        } catch (IllegalArgumentException e) {
            throw new DamagedFileException(file, e.getMessage(), "two field elements");
        }
    }

    /** Writes the file; returns when it is on the disk. */
    public void write(Path file) throws IOException {
        Files.write(file, ByteBuffer.allocate(BYTES).put(commC).put(commRLast).array(), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.SYNC);
    }

    /** Root of the column tree, a copy. */
    public byte[] commC() {
        return commC.clone();
    }

    /** Root of the replica tree, a copy. */
    public byte[] commRLast() {
        return commRLast.clone();
    }

    /** The commitment that both roots make: what the chain knows the replica by. */
    public byte[] commR() {
        return Poseidon.ofArity(2).hash(commC, commRLast);
    }
}
