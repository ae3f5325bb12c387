package io.cairn.proofs.graph;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The expander parents of a graph's nodes: eight edges a node, permuted. Source: rust-fil-proofs, storage-proofs-porep/src/stacked/vanilla/graph.rs. Safe for use
 * by many threads.
 *
 * <p>The first nodes are hashed. Once they took about as many hashes as {@link FeistelTables}, these are made, by the thread that comes to it; others go on
 * hashing for so long.
 */
final class ExpanderParents {

    private static final int DEGREE = ParentSource.EXPANSION_DEGREE;

    private final FeistelPermutation permutation;
    private final long kept;
    private final AtomicLong asked = new AtomicLong();
    private final long enough;
    private volatile FeistelTables tables;

    ExpanderParents(long nodes, long[] keys, GraphVersion version) {
        this.permutation = new FeistelPermutation(DEGREE * nodes, keys);
        // The legacy graph lost the upper bits of an edge, which matters from 32 GiB on.
        this.kept = version == GraphVersion.LEGACY ? 0xffff_ffffL : -1;
        this.enough = 1L << permutation.halfBits();
    }

    /** Working memory of one thread. */
    static final class Scratch {
        private final Blake2bBlock blake = new Blake2bBlock();
        private final long[] edges = new long[DEGREE * NodeStreams.BATCH];
        private final int[] pending = new int[DEGREE * NodeStreams.BATCH];
    }

    /**
     * Writes the parents of at most {@value NodeStreams#BATCH} nodes in a row.
     *
     * @param out receives eight node indexes of the first node from {@code offset} on, and those of each other node {@link ParentSource#DEGREE} further on
     */
    void of(long first, int count, Scratch scratch, int[] out, int offset) {
        permute(DEGREE * first, DEGREE * count, scratch);
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < DEGREE; k++) {
                out[offset + ParentSource.DEGREE * i + k] = (int) ((scratch.edges[DEGREE * i + k] & kept) / DEGREE);
            }
        }
    }

    private void permute(long from, int count, Scratch scratch) {
        FeistelTables known = tables;
        if (known == null) {
            known = knownNow(count);
        }
        if (known == null) {
            for (int i = 0; i < count; i++) {
                scratch.edges[i] = permutation.permute(from + i, scratch.blake);
            }
        } else {
            known.permute(from, count, scratch.edges, scratch.pending);
        }
    }

    private FeistelTables knownNow(int count) {
        long before = asked.getAndAdd(count);
        if (before < enough && before + count >= enough) {
            tables = new FeistelTables(permutation);
        }
        return tables;
    }
}
