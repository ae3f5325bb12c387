package io.cairn.proofs.circuit.porep;

import io.cairn.proofs.circuit.ConstraintSystem;
import io.cairn.proofs.circuit.gadget.Bits;
import io.cairn.proofs.circuit.gadget.MerkleInclusion;
import io.cairn.proofs.circuit.gadget.Numbers;
import io.cairn.proofs.circuit.gadget.PoseidonGadget;
import io.cairn.proofs.circuit.gadget.Rows;
import io.cairn.proofs.circuit.gadget.Sha256TreeHash;
import io.cairn.proofs.porep.ChallengeProof;
import io.cairn.proofs.porep.ColumnProof;
import io.cairn.proofs.porep.LabelingProof;
import java.util.List;

/** Writes one challenge of the replication circuit. */
final class PorepSynthesis {

    private final int layers;
    private final Bits bits;
    private final Numbers numbers;
    private final PoseidonGadget poseidon;
    private final MerkleInclusion dataTree;
    private final MerkleInclusion replicaTree;
    private final LabelGadget labels;
    private final PorepHead head;

    PorepSynthesis(ConstraintSystem system, int layers, PorepHead head) {
        Rows rows = new Rows(system);
        this.layers = layers;
        this.bits = new Bits(rows);
        this.numbers = new Numbers(rows);
        this.poseidon = new PoseidonGadget(rows);
        Sha256TreeHash sha256 = new Sha256TreeHash(rows);
        this.dataTree = new MerkleInclusion(rows, sha256);
        this.replicaTree = new MerkleInclusion(rows, poseidon);
        this.labels = new LabelGadget(sha256);
        this.head = head;
    }

    void challenge(ChallengeProof proof) {
        int data = numbers.allocate(proof.dataOpening().leaf());
        dataTree.include(data, proof.dataOpening(), head.commD());
        int[][] baseParents = columns(proof.baseParents());
        int[][] expanderParents = columns(proof.expanderParents());
        int[] node = bits.allocate(proof.column().node(), Long.SIZE);
        numbers.packPublic(node);
        int[] column = column(node, baseParents, expanderParents);
        int encoded = numbers.sum(column[layers - 1], data);
        replicaTree.include(encoded, proof.replicaOpening(), head.commRLast());
        replicaTree.include(poseidon.hash(column), proof.column().opening(), head.commC());
    }

    /** The labels of every parent, opened in the column tree. */
    private int[][] columns(List<ColumnProof> parents) {
        int[][] columns = new int[parents.size()][];
        for (int i = 0; i < columns.length; i++) {
            ColumnProof parent = parents.get(i);
            columns[i] = new int[layers];
            for (int layer = 0; layer < layers; layer++) {
                columns[i][layer] = numbers.allocate(parent.rows().get(layer));
            }
            replicaTree.include(poseidon.hash(columns[i]), parent.opening(), head.commC());
        }
        return columns;
    }

    /** The labels of the challenged node, computed from those of its parents. */
    private int[] column(int[] node, int[][] baseParents, int[][] expanderParents) {
        int[] column = new int[layers];
        for (int layer = 0; layer < layers; layer++) {
            int[][] distinct = new int[baseParents.length + (layer == 0 ? 0 : expanderParents.length)][];
            for (int i = 0; i < distinct.length; i++) {
                int parent = i < baseParents.length ? baseParents[i][layer] : expanderParents[i - baseParents.length][layer - 1];
                distinct[i] = LabelGadget.hashOrder(numbers.toBits(parent));
            }
            column[layer] = labels.label(head.replicaId(), layer + 1, node, repeated(distinct));
        }
        return column;
    }

    private static int[][] repeated(int[][] distinct) {
        int[][] parents = new int[LabelingProof.PARENTS][];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = distinct[i % distinct.length];
        }
        return parents;
    }
}
