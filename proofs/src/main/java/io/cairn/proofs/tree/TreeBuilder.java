package io.cairn.proofs.tree;

import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.hash.ParentHasher;
import java.io.IOException;
import java.nio.file.Path;

/** Builds the rows of Merkle trees into their files. */
public final class TreeBuilder {

    private static final int NODE = 32;
    private static final int BATCH = 128;

    private final ParentHasher hasher;
    private final Workers workers;

    /** Builds with the given hash on the given threads. */
    public TreeBuilder(ParentHasher hasher, Workers workers) {
        this.hasher = hasher;
        this.workers = workers;
    }

    /** Supplies leaves in ranges, from any thread. */
    @FunctionalInterface
    public interface Leaves {
        /** Writes {@code count} leaves from leaf {@code first} on to the start of {@code out}. */
        void get(long first, int count, byte[] out);
    }

    /**
     * Builds a tree whose leaves are computed or come from elsewhere. The file holds what the layout says and replaces
     * an existing one.
     *
     * @param progress counts leaves
     * @return the root, 32 bytes
     */
    public byte[] build(Path path, TreeLayout layout, Leaves leaves, Progress progress) throws IOException {
        try (MappedFile file = MappedFile.create(path, layout.fileBytes())) {
            fill(file, layout, leaves, progress);
            file.force();
            return file.node(file.nodes() - 1);
        }
    }

    /**
     * Builds a tree as {@link #build} does, but into memory outside the heap, which closing the tree frees.
     *
     * @param progress counts leaves
     */
    public TreeFile inMemory(TreeLayout layout, Leaves leaves, Progress progress) {
        MappedFile nodes = MappedFile.inMemory(layout.fileBytes());
        try {
            fill(nodes, layout, leaves, progress);
            return TreeFile.of(layout, nodes);
        } catch (RuntimeException e) {
            nodes.close();
            throw e;
        }
    }

    private void fill(MappedFile file, TreeLayout layout, Leaves leaves, Progress progress) {
        if (layout.arity() != hasher.arity()) {
            throw new IllegalArgumentException("arity: " + layout.arity() + ", expected " + hasher.arity());
        }
        fillFirstRow(file, layout, leaves, progress);
        for (int row = layout.firstRow() + 1; row < layout.rows(); row++) {
            buildRow(file, layout, row, progress);
        }
    }

    /** Each node of the first row comes from a small tree of its own over the leaves below it. */
    private void fillFirstRow(MappedFile file, TreeLayout layout, Leaves leaves, Progress progress) {
        int leavesPerNode = Math.toIntExact(layout.leaves() / layout.rowLength(layout.firstRow()));
        int batch = Math.max(1, BATCH * layout.arity() / leavesPerNode);
        Progress inLeaves = progress.part(0, leavesPerNode, layout.leaves());
        workers.forEachRange(layout.rowLength(layout.firstRow()), batch, inLeaves, (from, to) -> {
            int count = (int) (to - from);
            byte[] nodes = new byte[count * leavesPerNode * NODE];
            leaves.get(from * leavesPerNode, count * leavesPerNode, nodes);
            for (int width = leavesPerNode; width > 1; width /= layout.arity()) {
                int parents = count * width / layout.arity();
                byte[] next = new byte[parents * NODE];
                hasher.parents(nodes, next, parents);
                nodes = next;
            }
            file.put(from, count, nodes, 0);
        });
    }

    private void buildRow(MappedFile file, TreeLayout layout, int row, Progress progress) {
        long below = layout.rowOffset(row - 1) / NODE;
        long here = layout.rowOffset(row) / NODE;
        workers.forEachRange(layout.rowLength(row), BATCH, progress.part(0, 0, 0), (from, to) -> {
            int count = (int) (to - from);
            byte[] children = new byte[count * layout.arity() * NODE];
            byte[] parents = new byte[count * NODE];
            file.get(below + from * layout.arity(), count * layout.arity(), children, 0);
            hasher.parents(children, parents, count);
            file.put(here + from, count, parents, 0);
        });
    }
}
