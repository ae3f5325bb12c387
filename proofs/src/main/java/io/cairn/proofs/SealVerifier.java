package io.cairn.proofs;

import io.cairn.proofs.challenge.ProverId;
import io.cairn.proofs.challenge.ReplicaId;
import io.cairn.proofs.challenge.SealChallenges;
import io.cairn.proofs.dispatch.Workers;
import io.cairn.proofs.field.Scalar;
import io.cairn.proofs.graph.StackedGraph;
import io.cairn.proofs.groth16.Proof;
import io.cairn.proofs.parameter.ParameterStore;
import io.cairn.proofs.parameter.ProofCircuit;
import io.cairn.proofs.porep.PorepPublicInputs;
import io.cairn.proofs.seal.SectorSpec;
import io.cairn.protocol.sector.RegisteredAggregationProof;
import io.cairn.protocol.sector.RegisteredSealProof;
import io.cairn.protocol.sector.SealFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Verifies replication proofs as the chain does (rust-fil-proofs: filecoin-proofs/src/api/seal.rs, verify_seal). */
final class SealVerifier {

    private static final Map<RegisteredSealProof, StackedGraph> GRAPHS = new ConcurrentHashMap<>();

    private final ParameterStore parameters;

    SealVerifier(ParameterStore parameters) {
        this.parameters = parameters;
    }

    boolean verify(SealVerifyInfo info) throws IOException {
        AggregateSealInfo sector = new AggregateSealInfo(info.sectorNumber(), info.ticket(), info.seed(), info.commR(), info.commD());
        if (info.type().feature() == SealFeature.NON_INTERACTIVE) {
            return new Aggregation(parameters, Workers.CALLER)
                    .verifySeals(info.type(), RegisteredAggregationProof.SNARK_PACK_V2, info.minerActorId(), List.of(sector), info.proof());
        }
        List<List<Scalar>> inputs = inputs(info.type(), info.minerActorId(), sector);
        List<Proof> proofs = Proof.listFromBytes(info.proof(), inputs.size());
        return parameters.verifier(circuit(info.type())).verifyBatch(proofs, inputs);
    }

    /** The public inputs of all partitions of a sector. */
    static List<List<Scalar>> inputs(RegisteredSealProof type, long minerActorId, AggregateSealInfo sector) {
        Commitment.require("comm_r", sector.commR());
        Commitment.require("comm_d", sector.commD());
        Commitment.requireLength("seed", sector.seed());
        Commitment.requireLength("ticket", sector.ticket());
        byte[] replicaId = ReplicaId.of(ProverId.of(minerActorId), sector.sectorNumber(), sector.ticket(), sector.commD(), type.porepId());
        SealChallenges challenges = new SealChallenges(type, replicaId, sector.commR(), sector.seed());
        StackedGraph graph = graph(type);
        List<List<Scalar>> inputs = new ArrayList<>();
        for (int k = 0; k < challenges.partitions(); k++) {
            inputs.add(PorepPublicInputs.of(graph, replicaId, sector.commD(), sector.commR(), challenges.of(k)));
        }
        return inputs;
    }

    /** Partitions of a sector's proof. */
    static int partitions(RegisteredSealProof type) {
        SectorShape shape = SectorShape.of(type.sectorSize());
        return type.feature() == SealFeature.NON_INTERACTIVE ? shape.nonInteractivePartitions() : shape.porepPartitions();
    }

    static ProofCircuit circuit(RegisteredSealProof type) {
        return new ProofCircuit(ProofCircuit.Kind.REPLICATION, type.sectorSize());
    }

    /** The same graph each time: once it was asked for many nodes, it has tables, and answers much faster. */
    static StackedGraph graph(RegisteredSealProof type) {
        return GRAPHS.computeIfAbsent(type,
                known -> new StackedGraph(known.sectorSize().nodes(), known.porepId(), SectorSpec.graphVersion(known.version())));
    }
}
