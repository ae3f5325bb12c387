package io.cairn.proofs;

import io.cairn.proofs.challenge.ProverId;
import io.cairn.proofs.challenge.ReplicaId;
import io.cairn.proofs.challenge.SealChallenges;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.graph.StackedGraph;
import io.cairn.proofs.groth16.Proof;
import io.cairn.proofs.groth16.Verifier;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.proofs.porep.PorepPublicInputs;
import io.cairn.proofs.seal.SectorSpec;
import io.cairn.protocol.sector.RegisteredSealProof;
import io.cairn.protocol.sector.SealFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Verifies replication proofs as the chain does (rust-fil-proofs: filecoin-proofs/src/api/seal.rs, verify_seal). */
final class SealVerifier {

    private final ParameterStore parameters;

    SealVerifier(ParameterStore parameters) {
        this.parameters = parameters;
    }

    boolean verify(SealVerifyInfo info) throws IOException {
        if (info.type().feature() == SealFeature.NON_INTERACTIVE) {
            throw new IllegalArgumentException("proof type: " + info.type() + ", whose aggregated proofs are not supported");
        }
        Commitment.require("comm_r", info.commR());
        Commitment.require("comm_d", info.commD());
        Commitment.requireLength("seed", info.seed());
        Commitment.requireLength("ticket", info.ticket());
        byte[] replicaId = ReplicaId.of(ProverId.of(info.minerActorId()), info.sectorNumber(), info.ticket(), info.commD(), info.type().porepId());
        SealChallenges challenges = new SealChallenges(info.type(), replicaId, info.commR(), info.seed());
        List<Proof> proofs = Proof.listFromBytes(info.proof(), challenges.partitions());
        StackedGraph graph = graph(info.type());
        List<List<Scalar>> inputs = new ArrayList<>();
        for (int k = 0; k < challenges.partitions(); k++) {
            inputs.add(PorepPublicInputs.of(graph, replicaId, info.commD(), info.commR(), challenges.of(k)));
        }
        return new Verifier(parameters.key(circuit(info.type()))).verifyBatch(proofs, inputs);
    }

    static ProofCircuit circuit(RegisteredSealProof type) {
        return new ProofCircuit(ProofCircuit.Kind.REPLICATION, type.sectorSize());
    }

    static StackedGraph graph(RegisteredSealProof type) {
        return new StackedGraph(type.sectorSize().nodes(), type.porepId(), SectorSpec.graphVersion(type.version()));
    }
}
