package io.cairn.proofs.seal;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.dispatch.Progress;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.hash.Poseidon;
import io.cairn.proofs.tree.MappedFile;
import io.cairn.proofs.tree.TreeBuilder;
import io.cairn.proofs.tree.TreeLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Phase 2 of sealing: hashes the columns, encodes the data into the replica, and commits to both.
 *
 * <p>May be run again after an interruption at any point: the data is taken from tree D, not from the sealed file.
 * Source: rust-fil-proofs, storage-proofs-porep/src/stacked/vanilla/proof.rs (transform_and_replicate_layers).
 */
public final class PreCommit2 {

    private static final int NODE = SectorShape.NODE_BYTES;
    private static final int GRAIN = 2048;

    private final Workers workers;

    /** Phase 2 on the given threads. */
    public PreCommit2(Workers workers) {
        this.workers = workers;
    }

    /**
     * Makes tree C, the sealed file, tree R-last, {@code p_aux} and {@code t_aux}.
     *
     * @param sealed the replica, written anew
     * @param cache folder as phase 1 left it
     * @param pathInAux name of the cache directory as {@code t_aux} shall have it
     * @param progress counts nodes, each three times: as column, encoded, and in the replica's tree
     * @return the roots; their commitment is commR
     */
    public PersistentAux run(Path sealed, CacheFolder cache, String pathInAux, Progress progress) throws IOException {
        SectorShape shape = cache.shape();
        long nodes = shape.nodes();
        cache.removeTrees();
        byte[] commC = buildTreeC(cache, progress.part(0, 1, 3 * nodes));
        encode(sealed, cache, progress.part(nodes, 1, 3 * nodes));
        byte[] commRLast = new ReplicaTreeBuilder(workers).build(sealed, cache, progress.part(2 * nodes, 1, 3 * nodes));
        PersistentAux aux = new PersistentAux(commC, commRLast);
        aux.write(cache.persistentAux());
        Files.write(cache.temporaryAux(), TemporaryAux.encode(shape, pathInAux));
        return aux;
    }

    private byte[] buildTreeC(CacheFolder cache, Progress progress) throws IOException {
        SectorShape shape = cache.shape();
        TreeBuilder builder = new TreeBuilder(Poseidon.ofArity(SectorShape.BASE_ARITY), workers);
        List<byte[]> roots = new ArrayList<>();
        try (Columns columns = Columns.open(cache)) {
            for (Path file : cache.treeC()) {
                long first = roots.size() * shape.baseTreeLeaves();
                roots.add(builder.build(file, TreeLayout.columns(shape),
                        (leaf, count, out) -> columns.hash(first + leaf, count, out),
                        progress.part(first, 1, shape.nodes())));
            }
        }
        return BaseRoots.combine(roots, shape);
    }

    private void encode(Path sealed, CacheFolder cache, Progress progress) throws IOException {
        SectorShape shape = cache.shape();
        try (MappedFile data = MappedFile.readPrefix(cache.treeD(), shape.sectorBytes());
                MappedFile key = MappedFile.read(cache.layer(shape.layers()), shape.sectorBytes());
                MappedFile replica = MappedFile.create(sealed, shape.sectorBytes())) {
            workers.forEachRange(shape.nodes(), GRAIN, progress, (from, to) -> {
                int count = (int) (to - from);
                byte[] nodes = new byte[count * NODE];
                byte[] keys = new byte[count * NODE];
                data.get(from, count, nodes, 0);
                key.get(from, count, keys, 0);
                FieldNodes.add(nodes, keys, count);
                replica.put(from, count, nodes, 0);
            });
            replica.force();
        }
    }
}
