package io.cairn.proofs.opening;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.seal.CacheFolder;
import io.cairn.proofs.tree.MappedFile;
import io.cairn.proofs.tree.TreeLayout;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A sector's replica tree, open for openings: the replica is its lowest row, the rows left out of its files are hashed anew for each
 * opening (merkletree: src/merkle.rs, gen_cached_proof). Safe for use by many threads until it is closed.
 */
public final class ReplicaTree implements AutoCloseable {

    private final MappedFile replica;
    private final StackedTree tree;

    private ReplicaTree(MappedFile replica, StackedTree tree) {
        this.replica = replica;
        this.tree = tree;
    }

    /**
     * Opens the replica and its tree's files.
     *
     * @param cache       folder of the tree's files
     * @param replicaFile sealed file
     * @throws IOException if a file is missing or has another length than the shape asks for
     */
    public static ReplicaTree open(CacheFolder cache, Path replicaFile) throws IOException {
        SectorShape shape = cache.shape();
        MappedFile replica = MappedFile.read(replicaFile, shape.sectorBytes());
        try {
            TreeLayout layout = TreeLayout.replica(shape);
            return new ReplicaTree(replica, StackedTree.open(shape, layout, cache.treeRLast(), replica::node));
        } catch (IOException | RuntimeException e) {
            replica.close();
            throw e;
        }
    }

    /** The opening of one leaf. */
    public MerkleProof open(long leaf) {
        return tree.open(leaf);
    }

    @Override
    public void close() {
        tree.close();
        replica.close();
    }
}
