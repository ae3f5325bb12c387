package io.cairn.proofs;

import io.cairn.protocol.sector.SectorSize;

/**
 * Everything about a proof's geometry that follows from the sector size (rust-fil-proofs: filecoin-proofs/src/constants.rs).
 *
 * <p>Besides the registered sizes there are the unregistered 4, 16 and 32 KiB, 16 MiB and 1 GiB, used by tests for their tree shapes.
 *
 * @param sectorBytes             bytes of the padded sector, a power of two
 * @param layers                  label layers, 2 or 11
 * @param subArity                arity of the row above the base trees, 0 if there is one base tree
 * @param topArity                arity of the row above the sub trees, 0 if there is none
 * @param porepPartitions         partitions of an interactive or synthetic replication proof
 * @param nonInteractivePartitions partitions of a non-interactive replication proof
 * @param porepChallenges         challenges of each partition, of every kind
 * @param windowSectors           sectors of one window proof partition
 */
public record SectorShape(long sectorBytes, int layers, int subArity, int topArity, int porepPartitions, int nonInteractivePartitions,
                          int porepChallenges, int windowSectors) {

    /** Arity of the base trees over columns and replica. */
    public static final int BASE_ARITY = 8;
    /** Challenges of each sector in a window proof. */
    public static final int WINDOW_CHALLENGES = 10;
    /** Challenges of the one sector in a winning proof. */
    public static final int WINNING_CHALLENGES = 66;
    /** Upper bound of the synthetic challenges. */
    private static final long SYNTHETIC_CHALLENGES = 1L << 18;

    /** The shape of a registered size. */
    public static SectorShape of(SectorSize size) {
        return ofBytes(size.bytes());
    }

    /** The shape of a size in bytes; throws {@link IllegalArgumentException} if no shape is defined for it. */
    public static SectorShape ofBytes(long bytes) {
        if (bytes == 32L << 30) {
            return new SectorShape(bytes, 11, 8, 0, 10, 126, 18, 2349);
        }
        if (bytes == 64L << 30) {
            return new SectorShape(bytes, 11, 8, 2, 10, 126, 18, 2300);
        }
        if (bytes == 2L << 10 || bytes == 8L << 20 || bytes == 512L << 20) {
            return small(bytes, 0, 0);
        }
        if (bytes == 4L << 10 || bytes == 16L << 20 || bytes == 1L << 30) {
            return small(bytes, 2, 0);
        }
        if (bytes == 16L << 10) {
            return small(bytes, 8, 0);
        }
        if (bytes == 32L << 10) {
            return small(bytes, 8, 2);
        }
        throw new IllegalArgumentException("sector size: " + bytes + " bytes has no defined tree shape");
    }

    private static SectorShape small(long bytes, int subArity, int topArity) {
        return new SectorShape(bytes, 2, subArity, topArity, 1, 13, 2, 2);
    }

    /** Number of 32-byte nodes. */
    public long nodes() {
        return sectorBytes / 32;
    }

    /** Binary logarithm of the nodes: path elements of the binary data tree. */
    public int nodesLog2() {
        return Long.numberOfTrailingZeros(nodes());
    }

    /** Base trees over columns or replica: 1, 2, 8 or 16, each over a consecutive range of leaves. */
    public int baseTrees() {
        return Math.max(1, subArity) * Math.max(1, topArity);
    }

    /** Leaves of one base tree. */
    public long baseLeaves() {
        return nodes() / baseTrees();
    }

    /** Path elements within a base tree. */
    public int basePathLength() {
        return Long.numberOfTrailingZeros(baseLeaves()) / 3;
    }

    /** Rows of a base tree that the stored replica tree leaves out above the replica itself. */
    public int discardedRows() {
        int rows = 1 + basePathLength();
        return rows <= 2 ? 0 : rows == 3 ? 1 : Math.min(rows - 2, 2);
    }

    /** Nodes in the first row that the stored replica tree keeps. */
    public long firstStoredRow() {
        return baseLeaves() / segmentLeaves();
    }

    /** Replica nodes below one node of the first stored row: 64 or 512. */
    public int segmentLeaves() {
        return 1 << (3 * (discardedRows() + 1));
    }

    /** Nodes of a whole base tree, leaves and root among them. */
    public long baseTreeNodes() {
        return rowsAbove(baseLeaves());
    }

    /** Nodes of a base tree's file with the lower rows left out. */
    public long storedReplicaTreeNodes() {
        return rowsAbove(firstStoredRow());
    }

    /** Number of synthetic challenges. */
    public int syntheticChallenges() {
        return (int) Math.min(nodes(), SYNTHETIC_CHALLENGES);
    }

    private static long rowsAbove(long width) {
        long nodes = 0;
        for (long row = width; row >= 1; row /= BASE_ARITY) {
            nodes += row;
        }
        return nodes;
    }
}
