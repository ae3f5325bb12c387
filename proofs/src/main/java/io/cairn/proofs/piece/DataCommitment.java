package io.cairn.proofs.piece;

import io.cairn.proofs.hash.Sha256Nodes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The commitment to a sector's data (commD) from its pieces. Source: rust-fil-proofs, filecoin-proofs/src/pieces.rs
 * (compute_comm_d); lotus, chain/proofs/proofs.go (GenerateUnsealedCID) for filling up to the sector size.
 */
public final class DataCommitment {

    private record Subtree(long bytes, byte[] root) {}

    private final Deque<Subtree> stack = new ArrayDeque<>();

    private DataCommitment() {}

    /**
     * Joins the pieces; space between and after them counts as zeros.
     *
     * @param pieces pieces in sector order; may be empty
     * @param sectorBytes padded sector size in bytes
     * @return commD, 32 bytes
     * @throws IllegalArgumentException if the pieces do not fit
     */
    public static byte[] of(List<PieceInfo> pieces, long sectorBytes) {
        DataCommitment commitment = new DataCommitment();
        long offset = 0;
        for (PieceInfo piece : pieces) {
            offset += (-offset & (piece.paddedBytes() - 1)) + piece.paddedBytes();
            if (offset > sectorBytes) {
                throw new IllegalArgumentException(
                        "pieces: " + offset + " bytes with alignment, expected at most " + sectorBytes);
            }
            commitment.add(piece);
        }
        return commitment.close(sectorBytes);
    }

    private void add(PieceInfo piece) {
        while (!stack.isEmpty() && stack.peek().bytes < piece.paddedBytes()) {
            pushZero(stack.peek().bytes);
        }
        push(new Subtree(piece.paddedBytes(), piece.commitment()));
    }

    private byte[] close(long sectorBytes) {
        if (stack.isEmpty()) {
            return ZeroPieces.commitment(sectorBytes);
        }
        while (stack.size() > 1 || stack.peek().bytes < sectorBytes) {
            pushZero(stack.peek().bytes);
        }
        return stack.pop().root;
    }

    private void pushZero(long bytes) {
        push(new Subtree(bytes, ZeroPieces.commitment(bytes)));
    }

    private void push(Subtree right) {
        Subtree joined = right;
        while (!stack.isEmpty() && stack.peek().bytes == joined.bytes) {
            joined = new Subtree(2 * joined.bytes, Sha256Nodes.parent(stack.pop().root, joined.root));
        }
        stack.push(joined);
    }
}
