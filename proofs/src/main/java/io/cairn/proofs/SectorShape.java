package io.cairn.proofs;

import io.cairn.protocol.sector.SectorSize;
import java.util.Arrays;
import java.util.List;

/**
 * Everything about a proof's geometry that follows from the sector size (rust-fil-proofs: filecoin-proofs/src/constants.rs).
 *
 * <p>Besides the registered sizes there are the unregistered 4, 16 and 32 KiB, 16 MiB and 1 GiB, used by tests for their tree shapes.
 *
 * @param sectorBytes             bytes of the padded sector, a power of two
 * @param layers                  label layers, 2 or 11
 * @param subTreeArity            arity of the row above the base trees, 0 if there is one base tree
 * @param topTreeArity            arity of the row above the sub trees, 0 if there is none
 * @param porepPartitions         partitions of an interactive or synthetic replication proof
 * @param nonInteractivePartitions partitions of a non-interactive replication proof
 * @param porepChallengesPerPartition challenges of each partition, of every kind
 * @param windowSectors           sectors of one window proof partition
 */
public record SectorShape(long sectorBytes, int layers, int subTreeArity, int topTreeArity, int porepPartitions, int nonInteractivePartitions,
                          int porepChallengesPerPartition, int windowSectors) {

    /** Bytes of a node. */
    public static final int NODE_BYTES = 32;
    /** Arity of the base trees over columns and replica. */
    public static final int BASE_ARITY = 8;
    /** Challenges of each sector in a window proof. */
    public static final int WINDOW_CHALLENGES = 10;
    /** Challenges of the one sector in a winning proof. */
    public static final int WINNING_CHALLENGES = 66;
    /** Upper bound of the synthetic challenges. */
    private static final long SYNTHETIC_CHALLENGES = 1L << 18;

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;
    private static final long GIB = 1024 * MIB;

    /** Every shape, in ascending order. */
    public static final List<SectorShape> ALL = List.of(
            small(2 * KIB, 0, 0), small(4 * KIB, 2, 0), small(16 * KIB, 8, 0), small(32 * KIB, 8, 2),
            small(8 * MIB, 0, 0), small(16 * MIB, 2, 0), small(512 * MIB, 0, 0), small(GIB, 2, 0),
            new SectorShape(32 * GIB, 11, 8, 0, 10, 126, 18, 2349), new SectorShape(64 * GIB, 11, 8, 2, 10, 126, 18, 2300));

    /** The shapes of the registered sizes, in the order of their numbers. */
    public static final List<SectorShape> REGISTERED = Arrays.stream(SectorSize.values()).map(SectorShape::of).toList();

    /** The shape of a registered size. */
    public static SectorShape of(SectorSize size) {
        return of(size.bytes());
    }

    /** The shape of a size in bytes; throws {@link IllegalArgumentException} if none is defined for it. */
    public static SectorShape of(long sectorBytes) {
        return ALL.stream().filter(shape -> shape.sectorBytes == sectorBytes).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "sector size: " + sectorBytes + ", expected one of " + ALL.stream().map(SectorShape::sectorBytes).toList()));
    }

    private static SectorShape small(long bytes, int subTreeArity, int topTreeArity) {
        return new SectorShape(bytes, 2, subTreeArity, topTreeArity, 1, 13, 2, 2);
    }

    /** Bytes of user data that fit into the sector. */
    public long unpaddedBytes() {
        return sectorBytes - sectorBytes / 128;
    }

    /** Number of 32-byte nodes. */
    public long nodes() {
        return sectorBytes / NODE_BYTES;
    }

    /** Binary logarithm of the nodes: path elements of the binary data tree. */
    public int nodesLog2() {
        return Long.numberOfTrailingZeros(nodes());
    }

    /** Base trees over columns or replica: 1, 2, 8 or 16, each over a consecutive range of leaves. */
    public int baseTrees() {
        return Math.max(1, subTreeArity) * Math.max(1, topTreeArity);
    }

    /** Leaves of one base tree. */
    public long baseTreeLeaves() {
        return nodes() / baseTrees();
    }

    /** Path elements within a base tree. */
    public int basePathLength() {
        return Long.numberOfTrailingZeros(baseTreeLeaves()) / 3;
    }

    /** Rows of a base tree that the stored replica tree leaves out above the replica itself. */
    public int discardedRows() {
        int rows = 1 + basePathLength();
        return rows <= 2 ? 0 : rows == 3 ? 1 : Math.min(rows - 2, 2);
    }

    /** Nodes in the first row that the stored replica tree keeps. */
    public long firstStoredRow() {
        return baseTreeLeaves() / segmentLeaves();
    }

    /** Replica nodes below one node of the first stored row: 64 or 512. */
    public int segmentLeaves() {
        return 1 << (3 * (discardedRows() + 1));
    }

    /** Nodes of a whole base tree, leaves and root among them. */
    public long baseTreeNodes() {
        return rowsAbove(baseTreeLeaves());
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
