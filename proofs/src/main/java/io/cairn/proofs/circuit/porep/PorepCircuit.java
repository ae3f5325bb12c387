package io.cairn.proofs.circuit.porep;

import io.cairn.proofs.SectorShape;
import io.cairn.proofs.circuit.ConstraintSystem;
import io.cairn.proofs.circuit.SectionedCircuit;
import io.cairn.proofs.circuit.TreeShape;
import io.cairn.proofs.opening.MerkleProof;
import io.cairn.proofs.porep.ChallengeProof;
import io.cairn.proofs.porep.ColumnProof;
import java.util.Collections;
import java.util.List;

/**
 * One partition of a replication proof; rust-fil-proofs: storage-proofs-porep/src/stacked/circuit/proof.rs. Public inputs: replica id,
 * comm_d, comm_r, then for each challenge the positions of its openings.
 */
public final class PorepCircuit implements SectionedCircuit {

    private static final byte[] ZERO = new byte[32];

    private final PorepWitness witness;
    private final int layers;
    private final Shape shape;

    private record Shape(ChallengeShape challenge, int challenges) {
    }

    /**
     * The circuit of a partition with its witness.
     *
     * @throws IllegalArgumentException if there is no challenge, or a challenge's lists or paths differ in length from the first one's
     */
    public PorepCircuit(PorepWitness witness) {
        if (witness.challenges().isEmpty()) {
            throw new IllegalArgumentException("challenges of a replication circuit: none, expected at least 1");
        }
        this.witness = witness;
        this.layers = witness.challenges().getFirst().column().rows().size();
        ChallengeShape expected = ChallengeShape.of(witness.challenges().getFirst());
        for (ChallengeProof challenge : witness.challenges()) {
            if (!ChallengeShape.of(challenge).equals(expected)) {
                throw new IllegalArgumentException("challenge of node " + challenge.column().node() + ": " + ChallengeShape.of(challenge)
                        + ", expected " + expected);
            }
        }
        this.shape = new Shape(expected, witness.challenges().size());
    }

    /** The circuit of a sector size without a witness, as setup needs it. */
    public static PorepCircuit blank(SectorShape sector) {
        return blank(TreeShape.ofData(sector), TreeShape.ofReplica(sector), sector.layers(), sector.porepChallengesPerPartition());
    }

    /** The circuit for trees of any shape without a witness. */
    public static PorepCircuit blank(TreeShape data, TreeShape replica, int layers, int challenges) {
        MerkleProof path = replica.blankPath();
        ColumnProof column = new ColumnProof(0, Collections.nCopies(layers, ZERO), path);
        ChallengeProof challenge = new ChallengeProof(data.blankPath(), path, column,
                Collections.nCopies(ChallengeProof.BASE_PARENTS, column), Collections.nCopies(ChallengeProof.EXPANDER_PARENTS, column),
                List.of(), null);
        return new PorepCircuit(new PorepWitness(ZERO, ZERO, ZERO, ZERO, ZERO, Collections.nCopies(challenges, challenge)));
    }

    @Override
    public int sections() {
        return witness.challenges().size();
    }

    @Override
    public Object shape() {
        return shape;
    }

    @Override
    public Sections head(ConstraintSystem system) {
        PorepHead head = PorepHead.write(system, witness);
        return (k, section) -> new PorepSynthesis(section, layers, head).challenge(witness.challenges().get(k));
    }
}
