package io.cairn.proofs.opening;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.tree.MappedFile;
import io.cairn.proofs.tree.TreeLayout;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A sector's replica tree, open for openings: the replica is its lowest row, the rows left out of its files are hashed anew for each
 * opening (merkletree: src/merkle.rs, gen_cached_proof). Safe for use by many threads until it is closed.
 */
public final class ReplicaTree implements AutoCloseable {

    private static final String FILE_ID = "tree-r-last";

    private final MappedFile replica;
    private final StackedTree tree;

    private ReplicaTree(MappedFile replica, StackedTree tree) {
        this.replica = replica;
        this.tree = tree;
    }

    /**
     * Opens the replica and its tree's files.
     *
     * @param replicaFile sealed file
     * @param cache       folder of the tree's files
     * @throws IOException if a file is missing or has another length than the shape asks for
     */
    public static ReplicaTree open(SectorShape shape, Path replicaFile, Path cache) throws IOException {
        MappedFile replica = MappedFile.read(replicaFile, shape.sectorBytes());
        try {
            TreeLayout layout = TreeLayout.replica(shape);
            return new ReplicaTree(replica, StackedTree.open(shape, layout, cache, FILE_ID, replica::node));
        } catch (IOException | RuntimeException e) {
            replica.close();
            throw e;
        }
    }

    /** The opening of one leaf. */
    public MerkleProof open(long leaf) {
        return tree.open(leaf);
    }

    /** The root, from the roots of the base trees. */
    public byte[] root() {
        return tree.root();
    }

    @Override
    public void close() {
        tree.close();
        replica.close();
    }
}
