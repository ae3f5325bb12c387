package io.cairn.proofs.circuit.porep;

import io.cairn.proofs.circuit.TreeShape;
import io.cairn.proofs.porep.ChallengeProof;
import io.cairn.proofs.porep.ColumnProof;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the rows of one challenge depend on.
 *
 * @param data        tree of the data opening
 * @param replica     tree of the replica opening
 * @param columns     the challenged node's column, then those of the parents
 * @param baseParents how many of the parents are base parents
 */
record ChallengeShape(TreeShape data, TreeShape replica, List<ColumnShape> columns, int baseParents) {

    /** Labels in a column, and the tree it is opened in. */
    record ColumnShape(int labels, TreeShape tree) {
    }

    static ChallengeShape of(ChallengeProof challenge) {
        List<ColumnShape> columns = Stream.concat(Stream.of(challenge.column()), challenge.parents().stream()).map(ChallengeShape::of).toList();
        return new ChallengeShape(TreeShape.of(challenge.dataOpening()), TreeShape.of(challenge.replicaOpening()), columns,
                challenge.baseParents().size());
    }

    private static ColumnShape of(ColumnProof column) {
        return new ColumnShape(column.rows().size(), TreeShape.of(column.opening()));
    }
}
