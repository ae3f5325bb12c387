package io.cairn.proofs.circuit.update;

import io.cairn.proofs.circuit.ConstraintSystem;
import io.cairn.proofs.circuit.gadget.Insertion;
import io.cairn.proofs.circuit.gadget.MerkleInclusion;
import io.cairn.proofs.circuit.gadget.Numbers;
import io.cairn.proofs.circuit.gadget.PoseidonGadget;
import io.cairn.proofs.circuit.gadget.Rows;
import io.cairn.proofs.circuit.gadget.Sha256TreeHash;
import io.cairn.proofs.opening.MerkleProof;
import io.cairn.proofs.opening.PathElement;
import io.cairn.proofs.update.UpdateChallengeProof;
import io.cairn.proofs.update.UpdateRandomness;
import io.cairn.proofs.update.UpdateShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes one challenge of the update circuit. */
final class UpdateSynthesis {

    private final UpdateShape shape;
    private final Numbers numbers;
    private final Insertion insertion;
    private final PoseidonGadget randomness;
    private final MerkleInclusion dataTree;
    private final MerkleInclusion replicaTree;
    private final UpdateHead head;

    UpdateSynthesis(ConstraintSystem system, UpdateShape shape, UpdateHead head) {
        Rows rows = new Rows(system);
        this.shape = shape;
        this.numbers = new Numbers(rows);
        this.insertion = new Insertion(rows);
        this.randomness = new PoseidonGadget(rows, UpdateRandomness.TAG);
        this.dataTree = new MerkleInclusion(rows, new Sha256TreeHash(rows));
        this.replicaTree = new MerkleInclusion(rows, new PoseidonGadget(rows));
        this.head = head;
    }

    void challenge(int number, UpdateChallengeProof proof) {
        int[] drawn = head.drawn()[number];
        int[] partitionBits = head.partitionBits();
        int[] node = Arrays.copyOf(drawn, shape.nodesLog2());
        System.arraycopy(partitionBits, 0, node, drawn.length, partitionBits.length);
        int factor = randomness.hash(new int[] {head.phi(), highBits(node)});
        int leafOld = numbers.allocate(proof.oldReplica().leaf());
        int leafData = numbers.allocate(proof.newData().leaf());
        int leafNew = numbers.sum(leafOld, numbers.product(leafData, factor));
        include(leafOld, node, proof.oldReplica(), head.rootOld());
        include(leafNew, node, proof.newReplica(), head.rootNew());
        int apexLeaf = insertion.select(head.apexLeaves(), Arrays.copyOfRange(node, shape.apexRow(), shape.randomBits()));
        dataTree.include(leafData, node, dataTree.allocate(proof.newData().basePath().subList(0, shape.apexRow())), apexLeaf);
    }

    /** The selected number of a node's highest bits, as a number. */
    private int highBits(int[] node) {
        int[] chosen = new int[head.selector().length];
        for (int i = 0; i < chosen.length; i++) {
            int count = shape.highBitsAllowed().get(i);
            int high = numbers.pack(Arrays.copyOfRange(node, node.length - count, node.length));
            chosen[i] = numbers.numberIf(head.selector()[i], high);
        }
        return numbers.sum(chosen);
    }

    private void include(int leaf, int[] node, MerkleProof opening, int root) {
        List<PathElement> path = new ArrayList<>(opening.basePath());
        path.addAll(opening.upperPath());
        replicaTree.include(leaf, node, replicaTree.allocate(path), root);
    }
}
