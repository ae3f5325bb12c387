package io.cairn.proofs.seal;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.hash.Poseidon;
import io.cairn.proofs.tree.MappedFile;
import io.cairn.proofs.tree.TreeBuilder;
import io.cairn.proofs.tree.TreeLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Builds the tree over a replica (tree R-last), also to repair a lost one from the sealed file alone. */
public final class ReplicaTreeBuilder {

    private final Workers workers;

    /** Builds on the given threads. */
    public ReplicaTreeBuilder(Workers workers) {
        this.workers = workers;
    }

    /**
     * Writes the tree's files, replacing existing ones.
     *
     * @param replica file of the replica: the sealed file, or that of an updated sector
     * @param cache folder that gets the files
     * @param progress counts nodes
     * @return the root, 32 bytes
     */
    public byte[] build(Path replica, CacheFolder cache, Progress progress) throws IOException {
        SectorShape shape = cache.shape();
        TreeBuilder builder = new TreeBuilder(Poseidon.ofArity(SectorShape.BASE_ARITY), workers);
        List<byte[]> roots = new ArrayList<>();
        try (MappedFile nodes = MappedFile.read(replica, shape.sectorBytes())) {
            for (Path file : cache.treeRLast()) {
                long first = roots.size() * shape.baseTreeLeaves();
                roots.add(builder.build(file, TreeLayout.replica(shape),
                        (leaf, count, out) -> nodes.get(first + leaf, count, out, 0),
                        progress.part(first, 1, shape.nodes())));
            }
        }
        return BaseRoots.combine(roots, shape);
    }
}
