package io.cairn.proofs.porep;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.dispatch.ProofDispatcher;
import io.cairn.proofs.graph.ParentSource;
import io.cairn.proofs.opening.DataTree;
import io.cairn.proofs.opening.ReplicaTree;
import io.cairn.proofs.opening.StackedTree;
import io.cairn.proofs.seal.CacheFolder;
import io.cairn.proofs.tree.MappedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes vanilla replication proofs from a sector's files: replica, layers and the trees over data, columns and replica
 * (rust-fil-proofs: storage-proofs-porep/src/stacked/vanilla/proof.rs). Close it to release the files.
 */
public final class PorepProver implements AutoCloseable {

    private final ParentSource graph;
    private final List<MappedFile> layers = new ArrayList<>();
    private DataTree data;
    private StackedTree columns;
    private ReplicaTree replica;

    private PorepProver(ParentSource graph) {
        this.graph = graph;
    }

    /**
     * Opens a sector's files.
     *
     * @param cache       folder with layers and trees
     * @param replicaFile sealed file
     * @throws IOException if a file is missing or has another length than the shape asks for
     */
    public static PorepProver open(CacheFolder cache, ParentSource graph, Path replicaFile) throws IOException {
        SectorShape shape = cache.shape();
        PorepProver prover = new PorepProver(graph);
        try {
            for (int layer = 1; layer <= shape.layers(); layer++) {
                prover.layers.add(MappedFile.read(cache.layer(layer), shape.sectorBytes()));
            }
            prover.data = DataTree.open(shape, cache.treeD());
            prover.columns = StackedTree.columns(cache);
            prover.replica = ReplicaTree.open(cache, replicaFile);
            return prover;
        } catch (IOException | RuntimeException e) {
            prover.close();
            throw e;
        }
    }

    /** The proof of one challenged node. */
    public ChallengeProof prove(long challenge) {
        int[] parents = new int[ParentSource.DEGREE];
        graph.parents(challenge, 1, parents);
        List<ColumnProof> opened = new ArrayList<>(parents.length);
        for (int parent : parents) {
            opened.add(column(Integer.toUnsignedLong(parent)));
        }
        List<ColumnProof> baseParents = opened.subList(0, ParentSource.BASE_DEGREE);
        List<ColumnProof> expanderParents = opened.subList(ParentSource.BASE_DEGREE, ParentSource.DEGREE);
        List<LabelingProof> labelings = new ArrayList<>(layers.size());
        for (int layer = 1; layer <= layers.size(); layer++) {
            labelings.add(labeling(baseParents, expanderParents, layer, challenge));
        }
        return new ChallengeProof(data.open(challenge), replica.open(challenge), column(challenge), baseParents, expanderParents,
                labelings, labelings.getLast());
    }

    /** What the label of a layer is hashed from: base parents of the layer, expander parents of the layer before it. */
    static LabelingProof labeling(List<ColumnProof> baseParents, List<ColumnProof> expanderParents, int layer, long node) {
        List<byte[]> labels = new ArrayList<>();
        baseParents.forEach(parent -> labels.add(parent.rows().get(layer - 1)));
        if (layer > 1) {
            expanderParents.forEach(parent -> labels.add(parent.rows().get(layer - 2)));
        }
        return LabelingProof.repeating(labels, layer, node);
    }

    /** Reads at some twenty random places, which takes a slow disk a tenth of a second. */
    private ColumnProof column(long node) {
        ProofDispatcher.giveWay();
        List<byte[]> rows = new ArrayList<>(layers.size());
        layers.forEach(layer -> rows.add(layer.node(node)));
        return new ColumnProof(node, rows, columns.open(node));
    }

    @Override
    public void close() {
        layers.forEach(MappedFile::close);
        if (data != null) {
            data.close();
        }
        if (columns != null) {
            columns.close();
        }
        if (replica != null) {
            replica.close();
        }
    }
}
