package io.cairn.proofs.seal;

import io.cairn.proofs.Commitment;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.graph.ParentSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Gets data back out of a replica. Whatever the range, all labels have to be made again first.
 *
 * <p>Source: rust-fil-proofs, filecoin-proofs/src/api/mod.rs (unseal_range).
 */
public final class Unseal {

    private final ParentSource parents;
    private final Workers workers;

    /** Unseals sectors of the graph with these parents, in the calling thread alone. */
    public Unseal(ParentSource parents) {
        this(parents, Workers.CALLER);
    }

    /** Unseals sectors of the graph with these parents; labels take one thread, looking up parents the others. */
    public Unseal(ParentSource parents, Workers workers) {
        this.parents = parents;
        this.workers = workers;
    }

    /**
     * Writes a range of the user's data.
     *
     * @param commD data commitment of the sector, 32 bytes
     * @param sealed file of the replica, not changed
     * @param scratch directory for two layers while the work lasts; a folder within it is made and removed
     * @param offset first byte of user data, a multiple of 127
     * @param length bytes of user data, a multiple of 127
     * @param progress counts labels
     */
    public void range(SectorSpec spec, byte[] commD, Path sealed, Path scratch, long offset, long length,
            OutputStream out, Progress progress) throws IOException {
        Commitment.require("comm_d", commD);
        DecodedRange range = new DecodedRange(spec.shape(), offset, length);
        Path folder = Files.createTempDirectory(scratch, "unseal-");
        try {
            Path key = new ReplicaKey(spec.replicaId(commD), parents, workers)
                    .make(folder, spec.shape().layers(), progress);
            range.write(sealed, key, (nodes, keys, _, count) -> FieldNodes.subtract(nodes, keys, count), out, progress);
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
