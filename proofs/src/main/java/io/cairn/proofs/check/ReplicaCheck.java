package io.cairn.proofs.check;

import io.cairn.proofs.Commitment;
import io.cairn.proofs.SectorFinding.Kind;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.hash.Poseidon;
import io.cairn.proofs.opening.NodeHash;
import io.cairn.proofs.seal.BaseRoots;
import io.cairn.proofs.seal.CacheFolder;
import io.cairn.proofs.tree.MappedFile;
import io.cairn.proofs.tree.TreeBuilder;
import io.cairn.proofs.tree.TreeFile;
import io.cairn.proofs.tree.TreeLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hashes the tree over a replica anew and compares it with the tree's files and with the commitments. The replica is whole if the new
 * root is the committed one; if it is not, the stored tree tells where the damage lies, as far as its nodes lead to that root.
 */
public final class ReplicaCheck {

    private static final int NODE = SectorShape.NODE_BYTES;

    private final Path replica;
    private final CacheFolder cache;
    private final AuxCheck aux;
    private final Workers workers;
    private final Findings findings;
    private final TreeLayout layout;

    /** Checks a replica and the files of its tree in a cache folder. */
    public ReplicaCheck(Path replica, CacheFolder cache, AuxCheck aux, Workers workers, Findings findings) {
        this.replica = replica;
        this.cache = cache;
        this.aux = aux;
        this.workers = workers;
        this.findings = findings;
        this.layout = TreeLayout.replica(cache.shape());
    }

    /** Checks everything; progress counts nodes of the replica. */
    public void run(Progress progress) {
        List<TreeFile> open = new ArrayList<>();
        try {
            List<TreeFile> stored = new ArrayList<>();
            cache.treeRLast().forEach(file -> stored.add(kept(stored(file), open)));
            List<TreeFile> computed = computed(open, progress);
            Optional<byte[]> root = aux.root(root(computed), root(stored));
            boolean whole = isRoot(root, computed);
            boolean storedRootStands = isRoot(root, stored);
            for (int tree = 0; tree < stored.size(); tree++) {
                TreeComparison comparison = new TreeComparison(tree, computed.get(tree), stored.get(tree));
                comparison.run(whole, storedRootStands);
            }
            if (computed.contains(null) && root.isPresent() && !storedRootStands && !findings.has(Kind.TREE_R_LAST)) {
                cache.treeRLast().forEach(file -> findings.add(Kind.TREE_R_LAST, file, layout.fileBytes() - NODE, NODE,
                        "the root is not the one that the replica was committed with"));
            }
            if (!whole && !findings.has(Kind.SEALED) && root.isPresent()) {
                sealed(0, cache.shape().sectorBytes(), "its tree has not the root that it was committed with");
            }
        } finally {
            open.forEach(TreeFile::close);
        }
    }

    private static TreeFile kept(TreeFile file, List<TreeFile> open) {
        if (file != null) {
            open.add(file);
        }
        return file;
    }

    private TreeFile stored(Path file) {
        try {
            return TreeFile.open(file, layout);
        } catch (IOException e) {
            findings.add(Kind.TREE_R_LAST, file, layout.fileBytes(), e);
            return null;
        }
    }

    /** The base trees hashed from the replica, null for each if it cannot be read. */
    private List<TreeFile> computed(List<TreeFile> open, Progress progress) {
        SectorShape shape = cache.shape();
        TreeBuilder builder = new TreeBuilder(Poseidon.ofArity(SectorShape.BASE_ARITY), workers);
        List<TreeFile> trees = new ArrayList<>();
        try (MappedFile nodes = MappedFile.read(replica, shape.sectorBytes())) {
            for (int tree = 0; tree < shape.baseTrees(); tree++) {
                long first = tree * shape.baseTreeLeaves();
                trees.add(kept(builder.inMemory(layout, (leaf, count, out) -> leaves(nodes, first + leaf, count, out),
                        progress.part(first, 1, shape.nodes())), open));
            }
            return trees;
        } catch (IOException e) {
            findings.add(Kind.SEALED, replica, shape.sectorBytes(), e);
            return Arrays.asList(new TreeFile[shape.baseTrees()]);
        }
    }

    /** A node that is no field element has no hash: it is noted, and zero stands in for it. */
    private void leaves(MappedFile nodes, long first, int count, byte[] out) {
        nodes.get(first, count, out, 0);
        for (int i = 0; i < count; i++) {
            if (!Commitment.isScalar(Arrays.copyOfRange(out, i * NODE, (i + 1) * NODE))) {
                sealed((first + i) * NODE, NODE, "not a field element");
                Arrays.fill(out, i * NODE, (i + 1) * NODE, (byte) 0);
            }
        }
    }

    private byte[] root(List<TreeFile> trees) {
        if (trees.stream().anyMatch(Objects::isNull)) {
            return null;
        }
        List<byte[]> roots = trees.stream().map(TreeFile::root).toList();
        return roots.stream().allMatch(NodeHash.POSEIDON::accepts) ? BaseRoots.combine(roots, cache.shape()) : null;
    }

    private boolean isRoot(Optional<byte[]> root, List<TreeFile> trees) {
        byte[] found = root(trees);
        return root.isPresent() && found != null && Arrays.equals(found, root.get());
    }

    private void sealed(long offset, long length, String problem) {
        findings.add(Kind.SEALED, replica, offset, length, problem);
    }

    /** One base tree, computed and stored; either may be missing. */
    private final class TreeComparison {

        private static final String NOT_OF_REPLICA = "node differs from the hash of the replica; the file can be made again from it";

        private final int tree;
        private final TreeFile computed;
        private final TreeFile stored;

        TreeComparison(int tree, TreeFile computed, TreeFile stored) {
            this.tree = tree;
            this.computed = computed;
            this.stored = stored;
        }

        void run(boolean replicaWhole, boolean storedRootStands) {
            int top = layout.rows() - 1;
            if (stored == null) {
                return;
            }
            if (computed == null) {
                for (int row = layout.firstRow() + 1; row <= top; row++) {
                    for (long index = 0; index < layout.rowLength(row); index++) {
                        requireHash(row, index);
                    }
                }
            } else if (replicaWhole) {
                compare(top, 0);
            } else {
                descend(top, 0, storedRootStands);
            }
        }

        /** Below a node whose replica nodes are right: whatever differs in the file is wrong. */
        private void compare(int row, long index) {
            long width = 1;
            for (int below = row; below >= layout.firstRow(); below--, width *= SectorShape.BASE_ARITY) {
                for (long node = index * width; node < (index + 1) * width; node++) {
                    ProofDispatcher.giveWay();
                    if (!same(below, node)) {
                        inTree(below, node, 1, NOT_OF_REPLICA);
                    }
                }
            }
        }

        /** Below a node that may differ; {@code trusted} if the file's node leads to the committed root. */
        private void descend(int row, long index, boolean trusted) {
            if (same(row, index)) {
                compare(row, index);
                return;
            }
            if (row == layout.firstRow()) {
                long leaves = layout.leaves() / layout.rowLength(row);
                sealed((tree * cache.shape().baseTreeLeaves() + index * leaves) * NODE, leaves * NODE, trusted
                        ? "these bytes do not hash to their node of the stored tree"
                        : "these bytes do not hash to their node of the stored tree, which may be damaged itself");
                return;
            }
            boolean childrenTrusted = requireHash(row, index) && trusted;
            for (int child = 0; child < SectorShape.BASE_ARITY; child++) {
                descend(row - 1, index * SectorShape.BASE_ARITY + child, childrenTrusted);
            }
        }

        /** Whether a stored node is the hash of its stored children; if not, the children are noted. */
        private boolean requireHash(int row, long index) {
            ProofDispatcher.giveWay();
            byte[][] children = new byte[SectorShape.BASE_ARITY][];
            long first = index * SectorShape.BASE_ARITY;
            Arrays.setAll(children, child -> stored.node(row - 1, first + child));
            boolean right = Arrays.stream(children).allMatch(NodeHash.POSEIDON::accepts)
                    && Arrays.equals(NodeHash.POSEIDON.parent(children), stored.node(row, index));
            if (!right) {
                inTree(row - 1, first, SectorShape.BASE_ARITY, "these nodes do not hash to their parent");
            }
            return right;
        }

        private boolean same(int row, long index) {
            return Arrays.equals(computed.node(row, index), stored.node(row, index));
        }

        private void inTree(int row, long index, long nodes, String problem) {
            findings.add(Kind.TREE_R_LAST, cache.treeRLast().get(tree), layout.rowOffset(row) + index * NODE, nodes * NODE, problem);
        }
    }
}
