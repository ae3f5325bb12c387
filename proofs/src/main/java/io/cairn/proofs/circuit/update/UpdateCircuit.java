package io.cairn.proofs.circuit.update;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.circuit.ConstraintSystem;
import io.cairn.proofs.circuit.SectionedCircuit;
import io.cairn.proofs.circuit.TreeShape;
import io.cairn.proofs.update.UpdateChallengeProof;
import io.cairn.proofs.update.UpdatePartitionProof;
import io.cairn.proofs.update.UpdateShape;
import java.util.Collections;

/**
 * One partition of the proof of a sector update; rust-fil-proofs: storage-proofs-update/src/circuit.rs. The challenges are derived within
 * the circuit. Public inputs: partition and selector in one, comm_r_old, comm_d_new, comm_r_new.
 */
public final class UpdateCircuit implements SectionedCircuit {

    private static final byte[] ZERO = new byte[32];

    private final UpdateShape shape;
    private final TreeShape replica;
    private final UpdateWitness witness;

    private record Shape(UpdateShape update, TreeShape replica) {
    }

    /**
     * The circuit of a partition with its witness.
     *
     * @throws IllegalArgumentException if the proof has another number of challenges or apex leaves than the shape, or a challenge's paths
     *                                  differ in shape from the first one's
     */
    public UpdateCircuit(UpdateShape shape, UpdateWitness witness) {
        UpdatePartitionProof proof = witness.proof();
        if (proof.challenges().size() != shape.challenges() || proof.apexLeaves().size() != shape.apexLeaves()) {
            throw new IllegalArgumentException("update circuit: " + proof.challenges().size() + " challenges and "
                    + proof.apexLeaves().size() + " apex leaves, expected " + shape.challenges() + " and " + shape.apexLeaves());
        }
        TreeShape data = new TreeShape(2, shape.nodesLog2(), 0, 0);
        this.replica = TreeShape.of(proof.challenges().getFirst().newReplica());
        for (UpdateChallengeProof challenge : proof.challenges()) {
            if (!TreeShape.of(challenge.newData()).equals(data) || !TreeShape.of(challenge.oldReplica()).equals(replica)
                    || !TreeShape.of(challenge.newReplica()).equals(replica)) {
                throw new IllegalArgumentException("challenge of node " + challenge.newData().leafIndex() + ": expected paths of " + data
                        + " and " + replica);
            }
        }
        this.shape = shape;
        this.witness = witness;
    }

    /** The circuit of a sector size without a witness, as setup needs it. */
    public static UpdateCircuit blank(SectorShape sector) {
        return blank(UpdateShape.of(sector), TreeShape.ofReplica(sector));
    }

    /** The circuit for a replica tree of any shape without a witness. */
    public static UpdateCircuit blank(UpdateShape shape, TreeShape replica) {
        UpdateChallengeProof challenge = new UpdateChallengeProof(replica.blankPath(),
                new TreeShape(2, shape.nodesLog2(), 0, 0).blankPath(), replica.blankPath());
        UpdatePartitionProof proof = new UpdatePartitionProof(ZERO, Collections.nCopies(shape.apexLeaves(), ZERO),
                Collections.nCopies(shape.challenges(), challenge));
        return new UpdateCircuit(shape, new UpdateWitness(0, ZERO, ZERO, ZERO, proof));
    }

    @Override
    public int sections() {
        return shape.challenges();
    }

    @Override
    public Object shape() {
        return new Shape(shape, replica);
    }

    /** The drawn bits, which differ from section to section, occur on both sides in the head, as every bit does in its own row. */
    @Override
    public Sections head(ConstraintSystem system) {
        UpdateHead head = new UpdateHeadSynthesis(system, shape).write(witness);
        return (k, section) -> new UpdateSynthesis(section, shape, head).challenge(k, witness.proof().challenges().get(k));
    }
}
