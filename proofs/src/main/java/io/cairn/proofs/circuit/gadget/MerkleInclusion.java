package io.cairn.proofs.circuit.gadget;

import io.cairn.proofs.circuit.ConstraintSystem;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.opening.MerkleProof;
import io.cairn.proofs.opening.PathElement;
import java.util.Arrays;
import java.util.List;

/** Climbs from a leaf of a Merkle tree to its root; rust-fil-proofs: storage-proofs-core/src/gadgets/por.rs. */
public final class MerkleInclusion {

    private final HashGadget hash;
    private final ConstraintSystem system;
    private final Bits bits;
    private final Numbers numbers;
    private final Insertion insertion;

    /** A gadget for trees of the given hash. */
    public MerkleInclusion(Rows rows, HashGadget hash) {
        this.hash = hash;
        this.system = rows.system();
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
                node = hash.hash(insertion.insert(node, index, siblings(element)));
                position = concatenated(position, index);
            }
        }
        numbers.packPublic(position);
        return node;
    }

    private int[] siblings(PathElement element) {
        int[] siblings = new int[element.siblings().size()];
        for (int i = 0; i < siblings.length; i++) {
            byte[] sibling = element.siblings().get(i);
            siblings[i] = numbers.allocate(system.assigned() ? Scalar.fromBytes(sibling) : Scalar.ZERO);
        }
        return siblings;
    }

    private static int[] concatenated(int[] first, int[] second) {
        int[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
