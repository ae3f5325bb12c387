package io.cairn.proofs.opening;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.seal.CacheFolder;
import io.cairn.proofs.tree.TreeFile;
import io.cairn.proofs.tree.TreeLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** The octonary trees of a sector in their files, joined by a sub and a top row which are in no file. */
public final class StackedTree implements AutoCloseable {

    private static final NodeHash HASH = NodeHash.POSEIDON;

    private final SectorShape shape;
    private final TreeLayout layout;
    private final LongFunction<byte[]> leaves;
    private final List<TreeFile> baseTrees;

    private StackedTree(SectorShape shape, TreeLayout layout, LongFunction<byte[]> leaves, List<TreeFile> baseTrees) {
        this.shape = shape;
        this.layout = layout;
        this.leaves = leaves;
        this.baseTrees = baseTrees;
    }

    /**
     * Opens the files of all base trees.
     *
     * @param layout of each base tree's file
     * @param paths  of the files, in leaf order
     * @param leaves leaves by their index in the sector; asked only if the files lack the leaf row
     */
    static StackedTree open(SectorShape shape, TreeLayout layout, List<Path> paths, LongFunction<byte[]> leaves) throws IOException {
        List<TreeFile> files = new ArrayList<>();
        StackedTree tree = new StackedTree(shape, layout, leaves, files);
        try {
            for (Path file : paths) {
                files.add(TreeFile.open(file, layout));
            }
            return tree;
        } catch (IOException | RuntimeException e) {
            tree.close();
            throw e;
        }
    }

    /** Opens the column tree of a cache folder. */
    public static StackedTree columns(CacheFolder cache) throws IOException {
        TreeLayout layout = TreeLayout.complete(SectorShape.BASE_ARITY, cache.shape().baseTreeLeaves());
        return open(cache.shape(), layout, cache.treeC(), leaf -> {
            throw new IllegalStateException("the column tree's files have all rows");
        });
    }

    /** The opening of one leaf of the sector. */
    public MerkleProof open(long leaf) {
        if (leaf < 0 || leaf >= shape.nodes()) {
            throw new IllegalArgumentException("leaf: " + leaf + ", expected 0 to " + (shape.nodes() - 1));
        }
        int baseTree = (int) (leaf / shape.baseTreeLeaves());
        long inTree = leaf % shape.baseTreeLeaves();
        List<PathElement> basePath = new ArrayList<>();
        byte[] leafNode = segmentPath(baseTree, inTree, basePath);
        storedPath(baseTree, inTree, basePath);
        return new MerkleProof(root(), leafNode, basePath, upperPath(baseTree));
    }

    /** Adds the elements below the first stored row, hashed from the leaves; answers the opened leaf. */
    private byte[] segmentPath(int baseTree, long inTree, List<PathElement> path) {
        if (layout.firstRow() == 0) {
            return baseTrees.get(baseTree).node(0, inTree);
        }
        int width = Math.toIntExact(layout.leaves() / layout.rowLength(layout.firstRow()));
        long start = baseTree * shape.baseTreeLeaves() + inTree / width * width;
        byte[][] row = new byte[width][];
        for (int i = 0; i < width; i++) {
            row[i] = leaves.apply(start + i);
        }
        byte[] leafNode = row[(int) (inTree % width)];
        for (int index = (int) (inTree % width); row.length > 1; index /= SectorShape.BASE_ARITY) {
            path.add(element(row, index));
            row = parents(row);
        }
        return leafNode;
    }

    private void storedPath(int baseTree, long inTree, List<PathElement> path) {
        TreeFile file = baseTrees.get(baseTree);
        for (int row = layout.firstRow(); row < layout.rows() - 1; row++) {
            long index = inTree / (layout.leaves() / layout.rowLength(row));
            byte[][] siblings = new byte[SectorShape.BASE_ARITY][];
            long first = index / SectorShape.BASE_ARITY * SectorShape.BASE_ARITY;
            for (int i = 0; i < siblings.length; i++) {
                siblings[i] = file.node(row, first + i);
            }
            path.add(PathElement.of(siblings, (int) (index - first)));
        }
    }

    private List<PathElement> upperPath(int baseTree) {
        List<PathElement> path = new ArrayList<>();
        if (shape.subTreeArity() > 0) {
            path.add(PathElement.of(baseRoots(baseTree / shape.subTreeArity()), baseTree % shape.subTreeArity()));
        }
        if (shape.topTreeArity() > 0) {
            path.add(PathElement.of(subRoots(), baseTree / shape.subTreeArity()));
        }
        return path;
    }

    /** The root of all base trees together. */
    public byte[] root() {
        if (shape.topTreeArity() > 0) {
            return HASH.parent(subRoots());
        }
        return shape.subTreeArity() > 0 ? HASH.parent(baseRoots(0)) : baseTrees.getFirst().root();
    }

    private byte[][] baseRoots(int group) {
        byte[][] roots = new byte[shape.subTreeArity()][];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = baseTrees.get(group * roots.length + i).root();
        }
        return roots;
    }

    private byte[][] subRoots() {
        byte[][] roots = new byte[shape.topTreeArity()][];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = HASH.parent(baseRoots(i));
        }
        return roots;
    }

    private static PathElement element(byte[][] row, int index) {
        int first = index / SectorShape.BASE_ARITY * SectorShape.BASE_ARITY;
        byte[][] children = new byte[SectorShape.BASE_ARITY][];
        System.arraycopy(row, first, children, 0, children.length);
        return PathElement.of(children, index - first);
    }

    private static byte[][] parents(byte[][] row) {
        byte[][] parents = new byte[row.length / SectorShape.BASE_ARITY][];
        for (int i = 0; i < parents.length; i++) {
            byte[][] children = new byte[SectorShape.BASE_ARITY][];
            System.arraycopy(row, i * SectorShape.BASE_ARITY, children, 0, children.length);
            parents[i] = HASH.parent(children);
        }
        return parents;
    }

    @Override
    public void close() {
        baseTrees.forEach(TreeFile::close);
    }
}
