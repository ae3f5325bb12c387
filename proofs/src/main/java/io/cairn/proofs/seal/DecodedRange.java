package io.cairn.proofs.seal;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.fr32.Fr32;
import io.cairn.proofs.tree.MappedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A range of a sector's user data, to be decoded from a replica and its key. */
public final class DecodedRange {

    private static final int BLOCK_NODES = Fr32.PADDED_BLOCK / SectorShape.NODE_BYTES;
    private static final int BLOCKS = 256;

    private final SectorShape shape;
    private final long firstBlock;
    private final long blocks;

    /**
     * The range.
     *
     * @param offset first byte of user data, a multiple of 127
     * @param length bytes of user data, a multiple of 127
     * @throws IllegalArgumentException if it is not within the sector
     */
    public DecodedRange(SectorShape shape, long offset, long length) {
        this.shape = shape;
        this.firstBlock = Fr32.paddedLength(offset) / Fr32.PADDED_BLOCK;
        this.blocks = Fr32.paddedLength(length) / Fr32.PADDED_BLOCK;
        if (Math.addExact(offset, length) > shape.unpaddedBytes()) {
            throw new IllegalArgumentException("range: " + offset + " and " + length + " bytes, expected an end within " + shape.unpaddedBytes());
        }
    }

    /** Turns a run of replica nodes into padded data. */
    @FunctionalInterface
    public interface Decoding {
        /** Changes {@code count} nodes, of which the first is node {@code first} of the sector, with the same nodes of the key. */
        void apply(byte[] nodes, byte[] keys, long first, int count);
    }

    /** Writes the data; progress is only asked whether to go on. */
    public void write(Path replicaFile, Path keyFile, Decoding decoding, OutputStream out, Progress progress) throws IOException {
        byte[] nodes = new byte[BLOCKS * Fr32.PADDED_BLOCK];
        byte[] keys = new byte[BLOCKS * Fr32.PADDED_BLOCK];
        byte[] data = new byte[BLOCKS * Fr32.UNPADDED_BLOCK];
        try (MappedFile replica = MappedFile.read(replicaFile, shape.sectorBytes());
                MappedFile key = MappedFile.read(keyFile, shape.sectorBytes())) {
            for (long done = 0; done < blocks; done += BLOCKS) {
                progress.checkCancelled();
                int count = (int) Math.min(BLOCKS, blocks - done);
                long node = (firstBlock + done) * BLOCK_NODES;
                replica.get(node, count * BLOCK_NODES, nodes, 0);
                key.get(node, count * BLOCK_NODES, keys, 0);
                decoding.apply(nodes, keys, node, count * BLOCK_NODES);
                Fr32.unpad(nodes, 0, data, 0, count);
                out.write(data, 0, count * Fr32.UNPADDED_BLOCK);
            }
        }
    }
}
