package io.cairn.proofs.porep;

import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.graph.ParentSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Public inputs of the replication circuit, without the constant one
 * (rust-fil-proofs: storage-proofs-porep/src/stacked/circuit/proof.rs, generate_public_inputs).
 */
public final class PorepPublicInputs {

    private PorepPublicInputs() {
    }

    /**
     * Public inputs of one partition: replica id, comm_d and comm_r; then for each challenge its position in the data tree, the 14
     * parents, and its positions as challenge, in the replica tree and in the column tree.
     */
    public static List<Scalar> of(ParentSource graph, byte[] replicaId, byte[] commD, byte[] commR, long[] challenges) {
        List<Scalar> inputs = new ArrayList<>();
        inputs.add(Scalar.fromBytes(replicaId));
        inputs.add(Scalar.fromBytes(commD));
        inputs.add(Scalar.fromBytes(commR));
        int[] parents = new int[ParentSource.DEGREE];
        for (long challenge : challenges) {
            Scalar node = Scalar.of(challenge);
            inputs.add(node);
            graph.parents(challenge, 1, parents);
            for (int parent : parents) {
                inputs.add(Scalar.of(Integer.toUnsignedLong(parent)));
            }
            inputs.add(node);
            inputs.add(node);
            inputs.add(node);
        }
        return inputs;
    }
}
