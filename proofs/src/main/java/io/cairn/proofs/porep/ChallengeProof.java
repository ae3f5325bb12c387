package io.cairn.proofs.porep;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.opening.MerkleProof;
import java.util.List;
import java.util.stream.Stream;

/**
 * The vanilla replication proof of one challenged node (rust-fil-proofs: storage-proofs-porep/src/stacked/vanilla/params.rs, Proof).
 *
 * @param dataOpening     of the data node in the binary tree under comm_d
 * @param replicaOpening  of the replica node in the tree under comm_r_last
 * @param column          of the challenged node
 * @param baseParents     columns of the 6 base parents, in the graph's order
 * @param expanderParents columns of the 8 expander parents, in the graph's order
 * @param labelings       of layer 1 to the last
 * @param encoding        the labeling whose label is the key of the encoding: that of the last layer
 */
public record ChallengeProof(MerkleProof dataOpening, MerkleProof replicaOpening, ColumnProof column, List<ColumnProof> baseParents,
                             List<ColumnProof> expanderParents, List<LabelingProof> labelings, LabelingProof encoding) {

    /** Base parents of a node. */
    public static final int BASE_PARENTS = 6;
    /** Expander parents of a node. */
    public static final int EXPANDER_PARENTS = 8;

    /** Copies the lists. */
    public ChallengeProof {
        baseParents = List.copyOf(baseParents);
        expanderParents = List.copyOf(expanderParents);
        labelings = List.copyOf(labelings);
    }

    /** The columns of all parents, base parents first. */
    public List<ColumnProof> parents() {
        return Stream.concat(baseParents.stream(), expanderParents.stream()).toList();
    }

    /** Whether every list and path has the length that the sector's shape asks for. */
    boolean hasShape(SectorShape shape) {
        return dataOpening.hasShape(2, shape.nodesLog2(), 0, 0)
                && isReplicaPath(replicaOpening, shape)
                && baseParents.size() == BASE_PARENTS
                && expanderParents.size() == EXPANDER_PARENTS
                && Stream.concat(Stream.of(column), parents().stream())
                        .allMatch(one -> one.rows().size() == shape.layers() && isReplicaPath(one.opening(), shape))
                && labelings.size() == shape.layers()
                && Stream.concat(labelings.stream(), Stream.of(encoding)).allMatch(one -> one.parents().size() == LabelingProof.PARENTS);
    }

    private static boolean isReplicaPath(MerkleProof proof, SectorShape shape) {
        return proof.hasShape(SectorShape.BASE_ARITY, shape.basePathLength(), shape.subTreeArity(), shape.topTreeArity());
    }
}
