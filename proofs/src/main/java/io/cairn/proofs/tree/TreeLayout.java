package io.cairn.proofs.tree;

import io.cairn.proofs.SectorShape;

/**
 * Where the nodes of a Merkle tree stand in its file: rows one after another, each in index order, the root last, 32
 * bytes a node, no header. Row 0 are the leaves.
 *
 * @param arity children of a parent: 2 or 8
 * @param leaves leaves of the tree, a power of the arity
 * @param firstRow the lowest row that the file holds: 0 for a complete tree
 */
public record TreeLayout(int arity, long leaves, int firstRow) {

    private static final int NODE = 32;

    public TreeLayout {
        if (arity < 2 || leaves < 1 || powerOf(arity, rowsOf(arity, leaves) - 1) != leaves) {
            throw new IllegalArgumentException("leaves: " + leaves + ", expected a power of the arity " + arity);
        }
        if (firstRow < 0 || firstRow >= rowsOf(arity, leaves)) {
            throw new IllegalArgumentException("first row: " + firstRow + ", expected a row of the tree");
        }
    }

    /** A tree with all its rows. */
    public static TreeLayout complete(int arity, long leaves) {
        return new TreeLayout(arity, leaves, 0);
    }

    /**
     * One base tree of a replica (tree R-last): without its leaves, which are the sealed file, and without the rows
     * above them that are left out.
     */
    public static TreeLayout replica(SectorShape shape) {
        return new TreeLayout(SectorShape.BASE_ARITY, shape.baseTreeLeaves(), shape.discardedRows() + 1);
    }

    /** One base tree over the columns (tree C). */
    public static TreeLayout columns(SectorShape shape) {
        return complete(SectorShape.BASE_ARITY, shape.baseTreeLeaves());
    }

    /** The tree over the sector's data (tree D). */
    public static TreeLayout data(SectorShape shape) {
        return complete(2, shape.nodes());
    }

    /** Rows of the tree, leaves and root included, whether in the file or not. */
    public int rows() {
        return rowsOf(arity, leaves);
    }

    /** Nodes of a row. */
    public long rowLength(int row) {
        return leaves / powerOf(arity, row);
    }

    /** Byte position in the file of a row that the file holds. */
    public long rowOffset(int row) {
        if (row < firstRow || row >= rows()) {
            throw new IllegalArgumentException("row: " + row + ", expected " + firstRow + " to " + (rows() - 1));
        }
        long nodes = 0;
        for (int below = firstRow; below < row; below++) {
            nodes += rowLength(below);
        }
        return nodes * NODE;
    }

    /** Bytes of the file. */
    public long fileBytes() {
        return rowOffset(rows() - 1) + NODE;
    }

    /** Nodes of the whole tree, also those that are not in the file. */
    public long allNodes() {
        return new TreeLayout(arity, leaves, 0).fileBytes() / NODE;
    }

    private static int rowsOf(int arity, long leaves) {
        int rows = 1;
        for (long rest = leaves; rest >= arity; rest /= arity) {
            rows++;
        }
        return rows;
    }

    private static long powerOf(int arity, int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= arity;
        }
        return power;
    }
}
