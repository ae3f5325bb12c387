package io.cairn.proofs.circuit;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.opening.MerkleProof;
import io.cairn.proofs.opening.PathElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Shape of a Merkle tree: base trees of one arity, then at most one element of a sub tree and one of a top tree.
 *
 * @param baseArity  2, 4 or 8
 * @param baseLength path elements within a base tree
 * @param subArity   0 without sub trees
 * @param topArity   0 without a top tree
 */
public record TreeShape(int baseArity, int baseLength, int subArity, int topArity) {

    private static final byte[] ZERO = new byte[32];

    /** Shape of the column and replica trees of a sector. */
    public static TreeShape ofReplica(SectorShape sector) {
        return new TreeShape(SectorShape.BASE_ARITY, sector.basePathLength(), sector.subTreeArity(), sector.topTreeArity());
    }

    /** Shape of a sector's data tree. */
    public static TreeShape ofData(SectorShape sector) {
        return new TreeShape(2, sector.nodesLog2(), 0, 0);
    }

    /** Shape of the tree that a path belongs to; throws {@link IllegalArgumentException} for a path without elements in its base tree. */
    public static TreeShape of(MerkleProof path) {
        if (path.basePath().isEmpty()) {
            throw new IllegalArgumentException("path: no elements in the base tree, expected at least 1");
        }
        List<PathElement> upper = path.upperPath();
        return new TreeShape(path.basePath().getFirst().arity(), path.basePath().size(), upper.isEmpty() ? 0 : upper.getFirst().arity(),
                upper.size() < 2 ? 0 : upper.getLast().arity());
    }

    /** A path of this shape with zeros for all nodes: for synthesis without a witness. */
    public MerkleProof blankPath() {
        List<PathElement> upper = new ArrayList<>();
        if (subArity > 0) {
            upper.add(blankElement(subArity));
        }
        if (topArity > 0) {
            upper.add(blankElement(topArity));
        }
        return new MerkleProof(ZERO, ZERO, Collections.nCopies(baseLength, blankElement(baseArity)), upper);
    }

    private static PathElement blankElement(int arity) {
        return new PathElement(Collections.nCopies(arity - 1, ZERO), 0);
    }
}
