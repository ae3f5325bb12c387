package io.cairn.proofs.tree;

import java.io.IOException;
import java.nio.file.Path;

/** A Merkle tree in a file, open for reading. Safe for use by many threads until it is closed. */
public final class TreeFile implements AutoCloseable {

    private static final int NODE = 32;

    private final TreeLayout layout;
    private final MappedFile file;

    private TreeFile(TreeLayout layout, MappedFile file) {
        this.layout = layout;
        this.file = file;
    }

    /**
     * Opens a tree file.
     *
     * @throws IOException if the file is missing or its length is not that of the layout
     */
    public static TreeFile open(Path path, TreeLayout layout) throws IOException {
        return new TreeFile(layout, MappedFile.read(path, layout.fileBytes()));
    }

    /** A tree whose nodes are in memory that it owns from now on. */
    static TreeFile of(TreeLayout layout, MappedFile nodes) {
        return new TreeFile(layout, nodes);
    }

    /** How the file is laid out. */
    public TreeLayout layout() {
        return layout;
    }

    /**
     * One node.
     *
     * @param row row of the tree, 0 for the leaves; must be in the file
     * @param index position in the row
     */
    public byte[] node(int row, long index) {
        if (index < 0 || index >= layout.rowLength(row)) {
            throw new IllegalArgumentException(
                    "index: " + index + ", expected less than " + layout.rowLength(row) + " in row " + row);
        }
        return file.node(layout.rowOffset(row) / NODE + index);
    }

    /** The root. */
    public byte[] root() {
        return node(layout.rows() - 1, 0);
    }

    @Override
    public void close() {
        file.close();
    }
}
