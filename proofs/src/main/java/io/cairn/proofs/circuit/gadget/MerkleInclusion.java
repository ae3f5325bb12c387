package io.cairn.proofs.circuit.gadget;

import io.cairn.proofs.opening.MerkleProof;
import io.cairn.proofs.opening.PathElement;
import java.util.Arrays;
import java.util.List;

/** Climbs from a leaf of a Merkle tree to its root; rust-fil-proofs: storage-proofs-core/src/gadgets/por.rs. */
public final class MerkleInclusion {

    private final HashGadget hash;
    private final Bits bits;
    private final Numbers numbers;
    private final Insertion insertion;

    /** A gadget for trees of the given hash. */
    public MerkleInclusion(Rows rows, HashGadget hash) {
        this.hash = hash;
        this.bits = new Bits(rows);
        this.numbers = new Numbers(rows);
        this.insertion = new Insertion(rows);
    }

    /** The path leads from the leaf to the root. Makes the leaf's position the next public input. */
    public void include(int leaf, MerkleProof path, int root) {
        numbers.equal(climb(leaf, path), root);
    }

    /** The root that the path leads to from the leaf. Makes the leaf's position the next public input. */
    public int climb(int leaf, MerkleProof path) {
        int[] position = {};
        int node = leaf;
        for (List<PathElement> part : List.of(path.basePath(), path.upperPath())) {
            for (PathElement element : part) {
                int[] index = bits.allocate(element.index(), Integer.numberOfTrailingZeros(element.arity()));
                node = hash.hash(insertion.insert(node, index, allocate(element)));
                position = concatenated(position, index);
            }
        }
        numbers.packPublic(position);
        return node;
    }

    /**
     * The path leads from the leaf, whose position the bits spell, to the root. Makes no public input; rust-fil-proofs:
     * por_no_challenge_input.
     *
     * @param position at least as many bits as the path takes, least significant first
     * @param siblings of each element, the one next to the leaf first, as {@link #allocate(List)} has them
     */
    public void include(int leaf, int[] position, List<int[]> siblings, int root) {
        int node = leaf;
        int used = 0;
        for (int[] others : siblings) {
            int length = Integer.numberOfTrailingZeros(others.length + 1);
            node = hash.hash(insertion.insert(node, Arrays.copyOfRange(position, used, used + length), others));
            used += length;
        }
        numbers.equal(node, root);
    }

    /** Allocates the siblings of the elements in order. */
    public List<int[]> allocate(List<PathElement> path) {
        return path.stream().map(this::allocate).toList();
    }

    private int[] allocate(PathElement element) {
        int[] siblings = new int[element.siblings().size()];
        for (int i = 0; i < siblings.length; i++) {
            siblings[i] = numbers.allocate(element.siblings().get(i));
        }
        return siblings;
    }

    private static int[] concatenated(int[] first, int[] second) {
        int[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
