package io.cairn.proofs.seal;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.hash.Poseidon;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins the roots of base trees into the root of the whole tree. The nodes between are in no file. Source: merkletree,
 * src/merkle.rs (from_trees, from_sub_trees).
 */
public final class BaseRoots {

    private BaseRoots() {}

    /**
     * The root above the base trees.
     *
     * @param roots as many roots of 32 bytes as the shape has base trees, in leaf order
     */
    public static byte[] combine(List<byte[]> roots, SectorShape shape) {
        if (roots.size() != shape.baseTrees()) {
            throw new IllegalArgumentException("roots: " + roots.size() + ", expected " + shape.baseTrees());
        }
        List<byte[]> subTrees = join(roots, shape.subTreeArity());
        return join(subTrees, shape.topTreeArity()).getFirst();
    }

    private static List<byte[]> join(List<byte[]> nodes, int arity) {
        if (arity == 0) {
            return nodes;
        }
        Poseidon hasher = Poseidon.ofArity(arity);
        List<byte[]> parents = new ArrayList<>();
        for (int first = 0; first < nodes.size(); first += arity) {
            parents.add(hasher.hash(nodes.subList(first, first + arity).toArray(byte[][]::new)));
        }
        return parents;
    }
}
