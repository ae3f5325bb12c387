package io.cairn.proofs.opening;

import java.util.Arrays;
import java.util.List;

/**
 * Opening of a tree at one leaf (rust-fil-proofs: storage-proofs-core/src/merkle/proof.rs).
 *
 * @param root     32 bytes
 * @param leaf     32 bytes
 * @param basePath elements within the base tree, the one next to the leaf first
 * @param upperPath elements above the base tree: none, the sub tree's, or the sub tree's and the top's
 */
public record MerkleProof(byte[] root, byte[] leaf, List<PathElement> basePath, List<PathElement> upperPath) {

    /** Checks the number of elements above the base tree. */
    public MerkleProof {
        basePath = List.copyOf(basePath);
        upperPath = List.copyOf(upperPath);
        if (upperPath.size() > 2) {
            throw new IllegalArgumentException("Merkle proof: " + upperPath.size() + " elements above the base tree, expected at most 2");
        }
    }

    /** A proof in a single tree. */
    public static MerkleProof single(byte[] root, byte[] leaf, List<PathElement> path) {
        return new MerkleProof(root, leaf, path, List.of());
    }

    /** Position of the leaf that the path's indexes spell. */
    public long leafIndex() {
        long index = 0;
        long width = 1;
        for (List<PathElement> part : List.of(basePath, upperPath)) {
            for (PathElement element : part) {
                index += width * element.index();
                width *= element.arity();
            }
        }
        return index;
    }

    /** Whether the path leads from the leaf to the root; false if the hash does not accept one of its nodes. */
    public boolean leadsToRoot(NodeHash hash) {
        if (!hash.accepts(leaf) || !accepted(basePath, hash) || !accepted(upperPath, hash)) {
            return false;
        }
        byte[] node = leaf;
        for (List<PathElement> part : List.of(basePath, upperPath)) {
            for (PathElement element : part) {
                node = element.parent(node, hash);
            }
        }
        return Arrays.equals(node, root);
    }

    private static boolean accepted(List<PathElement> path, NodeHash hash) {
        return path.stream().allMatch(element -> element.siblings().stream().allMatch(hash::accepts));
    }

    /** Whether the path has the shape of a tree: {@code length} base elements of {@code arity}, then elements of the given arities. */
    public boolean hasShape(int arity, int length, int subArity, int topArity) {
        return basePath.size() == length && basePath.stream().allMatch(element -> element.arity() == arity)
                && upperPath.size() == (subArity > 0 ? 1 : 0) + (topArity > 0 ? 1 : 0)
                && (subArity == 0 || upperPath.getFirst().arity() == subArity)
                && (topArity == 0 || upperPath.getLast().arity() == topArity);
    }
}
