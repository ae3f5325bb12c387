package io.cairn.proofs.circuit.porep;

import io.cairn.proofs.circuit.ConstraintSystem;
import io.cairn.proofs.circuit.gadget.Bits;
import io.cairn.proofs.circuit.gadget.MerkleInclusion;
import io.cairn.proofs.circuit.gadget.Numbers;
import io.cairn.proofs.circuit.gadget.PoseidonGadget;
import io.cairn.proofs.circuit.gadget.Rows;
import io.cairn.proofs.circuit.gadget.Sha256TreeHash;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.porep.ChallengeProof;
import io.cairn.proofs.porep.ColumnProof;
import io.cairn.proofs.porep.LabelingProof;
import java.util.List;

/** One synthesis of the replication circuit. */
final class PorepSynthesis {

    private final ConstraintSystem system;
    private final int layers;
    private final Bits bits;
    private final Numbers numbers;
    private final PoseidonGadget poseidon;
    private final MerkleInclusion dataTree;
    private final MerkleInclusion replicaTree;
    private final LabelGadget labels;
    private int[] replicaId;
    private int commD;
    private int commRLast;
    private int commC;

    PorepSynthesis(ConstraintSystem system, int layers) {
        Rows rows = new Rows(system);
        this.system = system;
        this.layers = layers;
        this.bits = new Bits(rows);
        this.numbers = new Numbers(rows);
        this.poseidon = new PoseidonGadget(rows);
        this.dataTree = new MerkleInclusion(rows, new Sha256TreeHash(rows));
        this.replicaTree = new MerkleInclusion(rows, poseidon);
        this.labels = new LabelGadget(rows);
    }

    void synthesize(PorepWitness witness, List<ChallengeProof> challenges) {
        commitments(witness);
        for (ChallengeProof challenge : challenges) {
            challenge(challenge);
        }
    }

    private void commitments(PorepWitness witness) {
        int replica = allocate(witness.replicaId());
        numbers.makePublic(replica);
        replicaId = LabelGadget.hashOrder(numbers.toBits(replica));
        commD = allocate(witness.commD());
        numbers.makePublic(commD);
        int commR = allocate(witness.commR());
        numbers.makePublic(commR);
        commRLast = allocate(witness.commRLast());
        commC = allocate(witness.commC());
        numbers.equal(commR, poseidon.hash(new int[] {commC, commRLast}));
    }

    private void challenge(ChallengeProof proof) {
        int data = allocate(proof.dataOpening().leaf());
        dataTree.include(data, proof.dataOpening(), commD);
        int[][] baseParents = columns(proof.baseParents());
        int[][] expanderParents = columns(proof.expanderParents());
        int[] node = bits.allocate(proof.column().node(), Long.SIZE);
        numbers.packPublic(node);
        int[] column = column(node, baseParents, expanderParents);
        int encoded = numbers.sum(column[layers - 1], data);
        replicaTree.include(encoded, proof.replicaOpening(), commRLast);
        replicaTree.include(poseidon.hash(column), proof.column().opening(), commC);
    }

    /** The labels of every parent, opened in the column tree. */
    private int[][] columns(List<ColumnProof> parents) {
        int[][] columns = new int[parents.size()][];
        for (int i = 0; i < columns.length; i++) {
            ColumnProof parent = parents.get(i);
            columns[i] = new int[layers];
            for (int layer = 0; layer < layers; layer++) {
                columns[i][layer] = allocate(parent.rows().get(layer));
            }
            replicaTree.include(poseidon.hash(columns[i]), parent.opening(), commC);
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
            column[layer] = labels.label(replicaId, layer + 1, node, repeated(distinct));
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

    private int allocate(byte[] value) {
        return numbers.allocate(system.assigned() ? Scalar.fromBytes(value) : Scalar.ZERO);
    }
}
