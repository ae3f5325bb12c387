package io.cairn.proofs.porep;

import io.cairn.proofs.opening.MerkleProof;
import io.cairn.proofs.opening.NodeHash;
import java.util.Arrays;
import java.util.List;

/**
 * All labels of one node and the opening of their hash in the column tree.
 *
 * @param node    the node, below 2^32
 * @param rows    labels of layer 1 to the last, 32 bytes each
 * @param opening of the column's hash
 */
public record ColumnProof(long node, List<byte[]> rows, MerkleProof opening) {

    /** Copies the rows. */
    public ColumnProof {
        rows = List.copyOf(rows);
    }

    /** Whether the opening leads from this column's hash at {@code expected} to {@code commC}. */
    boolean holds(long expected, byte[] commC, NodeHash hash) {
        return node == expected
                && rows.stream().allMatch(hash::accepts)
                && Arrays.equals(opening.root(), commC)
                && Arrays.equals(opening.leaf(), hash.parent(rows.toArray(byte[][]::new)))
                && opening.leafIndex() == expected
                && opening.leadsToRoot(hash);
    }
}
