package io.cairn.proofs.circuit.porep;

import io.cairn.proofs.circuit.ConstraintSystem;
import io.cairn.proofs.circuit.gadget.Numbers;
import io.cairn.proofs.circuit.gadget.PoseidonGadget;
import io.cairn.proofs.circuit.gadget.Rows;

/**
 * What all challenges of a replication circuit share, in variables.
 *
 * @param replicaId 256 literals in hash order
 * @param commD     root of the data tree
 * @param commRLast root of the replica tree
 * @param commC     root of the column tree
 */
record PorepHead(int[] replicaId, int commD, int commRLast, int commC) {

    /** Writes replica id and commitments, and the row that binds comm_r. */
    static PorepHead write(ConstraintSystem system, PorepWitness witness) {
        Rows rows = new Rows(system);
        Numbers numbers = new Numbers(rows);
        int replica = numbers.allocate(witness.replicaId());
        numbers.makePublic(replica);
        int[] replicaId = LabelGadget.hashOrder(numbers.toBits(replica));
        int commD = numbers.allocate(witness.commD());
        numbers.makePublic(commD);
        int commR = numbers.allocate(witness.commR());
        numbers.makePublic(commR);
        int commRLast = numbers.allocate(witness.commRLast());
        int commC = numbers.allocate(witness.commC());
        numbers.equal(commR, new PoseidonGadget(rows).hash(new int[] {commC, commRLast}));
        return new PorepHead(replicaId, commD, commRLast, commC);
    }
}
