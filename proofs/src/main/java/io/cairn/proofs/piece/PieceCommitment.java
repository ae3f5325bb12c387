package io.cairn.proofs.piece;

import io.cairn.proofs.fr32.Fr32;
import io.cairn.proofs.hash.Sha256Nodes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Computes the commitment of a piece (commP) from its bytes as they pass by, in little memory.
 *
 * <p>Bytes are padded and hashed in chunks; one node per tree level waits for its sibling. Not safe for use by several
 * threads. Source: rust-fil-proofs, filecoin-proofs/src/api/mod.rs (generate_piece_commitment).
 */
public final class PieceCommitment {

    private static final int NODE = 32;
    private static final int BLOCKS = 256;
    private static final int CHUNK_LEVEL = Integer.numberOfTrailingZeros(BLOCKS * Fr32.PADDED_BLOCK / NODE);

    private final byte[] chunk = new byte[BLOCKS * Fr32.UNPADDED_BLOCK];
    /** Rows of a chunk's tree, in turn. */
    private final byte[] even = new byte[BLOCKS * Fr32.PADDED_BLOCK];
    private final byte[] odd = new byte[BLOCKS * Fr32.PADDED_BLOCK / 2];
    private final byte[][] waiting = new byte[60][];
    private int chunkFill;
    private long bytes;

    /** Takes the next bytes of the piece. */
    public void update(byte[] data, int offset, int length) {
        bytes += length;
        int position = offset;
        int end = offset + length;
        while (position < end) {
            int count = Math.min(end - position, chunk.length - chunkFill);
            System.arraycopy(data, position, chunk, chunkFill, count);
            position += count;
            chunkFill += count;
            if (chunkFill == chunk.length) {
                push(CHUNK_LEVEL, chunkRoot(BLOCKS));
                chunkFill = 0;
            }
        }
    }

    /** Bytes taken so far. */
    public long bytes() {
        return bytes;
    }

    /**
     * Ends the piece: zeros fill it up to the next size a piece can have.
     *
     * @throws IllegalStateException if no byte came
     */
    public PieceInfo finish() {
        if (bytes == 0) {
            throw new IllegalStateException("piece: no bytes, expected at least one");
        }
        int blocks = Math.toIntExact((Math.min(bytes, chunk.length) + Fr32.UNPADDED_BLOCK - 1) / Fr32.UNPADDED_BLOCK);
        if (bytes < chunk.length) {
            int wholeBlocks = nextPowerOfTwo(blocks);
            Arrays.fill(chunk, chunkFill, wholeBlocks * Fr32.UNPADDED_BLOCK, (byte) 0);
            return new PieceInfo((long) wholeBlocks * Fr32.PADDED_BLOCK, chunkRoot(wholeBlocks));
        }
        if (chunkFill > 0) {
            Arrays.fill(chunk, chunkFill, chunk.length, (byte) 0);
            push(CHUNK_LEVEL, chunkRoot(BLOCKS));
        }
        return joinWaiting();
    }

    /**
     * The commitment of everything a stream holds.
     *
     * @throws IOException if reading fails
     */
    public static PieceInfo of(InputStream piece) throws IOException {
        PieceCommitment commitment = new PieceCommitment();
        byte[] buffer = new byte[BLOCKS * Fr32.UNPADDED_BLOCK];
        for (int count = piece.read(buffer); count >= 0; count = piece.read(buffer)) {
            commitment.update(buffer, 0, count);
        }
        return commitment.finish();
    }

    /** Zero siblings stand in for what the piece does not reach, until one node is left. */
    private PieceInfo joinWaiting() {
        int level = CHUNK_LEVEL;
        while (true) {
            while (waiting[level] == null) {
                level++;
            }
            if (isHighest(level)) {
                return new PieceInfo((long) NODE << level, waiting[level]);
            }
            push(level, ZeroPieces.commitment((long) NODE << level));
        }
    }

    private boolean isHighest(int level) {
        return Arrays.stream(waiting, level + 1, waiting.length).allMatch(node -> node == null);
    }

    private void push(int level, byte[] node) {
        byte[] right = node;
        int at = level;
        for (; waiting[at] != null; at++) {
            right = Sha256Nodes.parent(waiting[at], right);
            waiting[at] = null;
        }
        waiting[at] = right;
    }

    private byte[] chunkRoot(int blocks) {
        byte[] children = even;
        byte[] parents = odd;
        Fr32.pad(chunk, 0, children, 0, blocks);
        for (int width = blocks * Fr32.PADDED_BLOCK / NODE; width > 1; width /= 2) {
            Sha256Nodes.INSTANCE.parents(children, parents, width / 2);
            byte[] spare = children;
            children = parents;
            parents = spare;
        }
        return Arrays.copyOf(children, NODE);
    }

    private static int nextPowerOfTwo(int value) {
        return value <= 1 ? 1 : Integer.highestOneBit(value - 1) << 1;
    }
}
