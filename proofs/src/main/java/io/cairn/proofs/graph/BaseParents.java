package io.cairn.proofs.graph;

import java.util.Arrays;

/**
 * The base parents of a graph's nodes: the predecessor, and five by DRSample in buckets. Source: rust-fil-proofs, storage-proofs-core/src/drgraph.rs.
 */
final class BaseParents {

    private static final int DEGREE = ParentSource.BASE_DEGREE;
    private static final int META_DEGREE = DEGREE - 1;

    private final int predecessor;
    private final int sampled;

    BaseParents(GraphVersion version) {
        this.predecessor = version == GraphVersion.LEGACY ? META_DEGREE : 0;
        this.sampled = version == GraphVersion.LEGACY ? 0 : 1;
    }

    /**
     * Writes the base parents of a node.
     *
     * @param words the streams of a batch of nodes, as {@link NodeStreams} gives them
     * @param i     the place of the node in the batch
     * @param out   receives six node indexes from {@code offset} on
     */
    void of(long node, int[] words, int i, int[] out, int offset) {
        if (node < 2) {
            Arrays.fill(out, offset, offset + DEGREE, 0);
            return;
        }
        out[offset + predecessor] = (int) (node - 1);
        long meta = node * META_DEGREE;
        int buckets = 64 - Long.numberOfLeadingZeros(meta - 1);
        for (int k = 0; k < META_DEGREE; k++) {
            long bucket = Long.remainderUnsigned(random(words, 2 * k, i), buckets) + 1;
            long high = Math.min(meta, 1L << bucket);
            long low = Math.max(2, high >>> 1);
            long distance = low + Long.remainderUnsigned(random(words, 2 * k + 1, i), high - low + 1);
            long parent = (meta - distance) / META_DEGREE;
            out[offset + sampled + k] = (int) (parent == node ? node - 1 : parent);
        }
    }

    private static long random(int[] words, int n, int i) {
        int low = NodeStreams.BATCH * 2 * n + i;
        return (long) words[low + NodeStreams.BATCH] << 32 | Integer.toUnsignedLong(words[low]);
    }
}
