package io.cairn.proofs.seal;

import io.cairn.proofs.Commitment;
import io.cairn.proofs.Progress;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.Workers;
import io.cairn.proofs.fr32.Fr32;
import io.cairn.proofs.graph.ParentSource;
import io.cairn.proofs.tree.MappedFile;
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

    private static final int NODE = SectorShape.NODE_BYTES;
    private static final int BLOCK_NODES = Fr32.PADDED_BLOCK / NODE;
    private static final int BLOCKS = 256;

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
        long firstBlock = Fr32.paddedLength(offset) / Fr32.PADDED_BLOCK;
        long blocks = Fr32.paddedLength(length) / Fr32.PADDED_BLOCK;
        if (Math.addExact(offset, length) > spec.shape().unpaddedBytes()) {
            throw new IllegalArgumentException("range: " + offset + " and " + length
                    + " bytes, expected an end within " + spec.shape().unpaddedBytes());
        }
        Path folder = Files.createTempDirectory(scratch, "unseal-");
        try {
            Path key = new ReplicaKey(spec.replicaId(commD), parents, workers)
                    .make(folder, spec.shape().layers(), progress);
            decode(sealed, key, spec.shape().sectorBytes(), firstBlock, blocks, out, progress);
        } finally {
            remove(folder);
        }
    }

    private static void decode(Path sealed, Path keyFile, long bytes, long firstBlock, long blocks, OutputStream out,
            Progress progress) throws IOException {
        byte[] nodes = new byte[BLOCKS * Fr32.PADDED_BLOCK];
        byte[] keys = new byte[BLOCKS * Fr32.PADDED_BLOCK];
        byte[] data = new byte[BLOCKS * Fr32.UNPADDED_BLOCK];
        try (MappedFile replica = MappedFile.read(sealed, bytes); MappedFile key = MappedFile.read(keyFile, bytes)) {
            for (long done = 0; done < blocks; done += BLOCKS) {
                progress.checkCancelled();
                int count = (int) Math.min(BLOCKS, blocks - done);
                long node = (firstBlock + done) * BLOCK_NODES;
                replica.get(node, count * BLOCK_NODES, nodes, 0);
                key.get(node, count * BLOCK_NODES, keys, 0);
                FieldNodes.subtract(nodes, keys, count * BLOCK_NODES);
                Fr32.unpad(nodes, 0, data, 0, count);
                out.write(data, 0, count * Fr32.UNPADDED_BLOCK);
            }
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
