package io.cairn.proofs.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.cairn.proofs.SectorShape;
import io.cairn.proofs.challenge.SealChallenges;
import io.cairn.proofs.graph.GraphVersion;
import io.cairn.proofs.graph.StackedGraph;
import io.cairn.proofs.porep.CommitJsonReader;
import io.cairn.proofs.porep.CommitOutput;
import io.cairn.proofs.porep.PorepPublicInputs;
import io.cairn.proofs.porep.PorepVerifier;
import io.cairn.protocol.conformance.Judge;
import io.cairn.protocol.conformance.Verdicts;
import io.cairn.protocol.sector.ProofVersion;
import io.cairn.protocol.sector.RegisteredSealProof;
import java.nio.charset.StandardCharsets;

/** Judges vanilla replication proofs and the public inputs of recorded ones. */
public final class PorepVanillaJudge implements Judge {

    @Override
    public boolean knows(String fileName, JsonNode file) {
        return isCommitOutput(file) || RecordedCases.any(file, "c2");
    }

    private static boolean isCommitOutput(JsonNode file) {
        return file.has("registered_proof") && file.has("vanilla_proofs");
    }

    @Override
    public void judge(String fileName, JsonNode file, Verdicts verdicts) {
        if (isCommitOutput(file)) {
            commitOutput(CommitJsonReader.read(file.toString().getBytes(StandardCharsets.UTF_8)), verdicts);
        }
        RecordedCases.with(file, "c2").forEach(entry -> publicInputs(entry.getKey(), entry.getValue(), verdicts));
    }

    private static void publicInputs(String name, JsonNode sealed, Verdicts verdicts) {
        JsonNode inputs = sealed.get("inputs");
        RegisteredSealProof type = RegisteredSealProof.of(inputs.get("registered_seal_proof").longValue());
        byte[] replicaId = Case.bytes(sealed, "replica_id");
        byte[] commR = Case.bytes(sealed, "comm_r");
        SealChallenges challenges = new SealChallenges(type, replicaId, commR, Case.bytes(inputs, "seed"));
        try (Case one = new Case("public inputs " + name, verdicts)) {
            for (int k = 0; k < challenges.partitions(); k++) {
                one.equal("challenges_by_partition", sealed.get("challenges_by_partition").get(k), challenges.of(k));
                one.equal("public_inputs_by_partition " + k, PostVanillaJudge.texts(sealed.get("public_inputs_by_partition").get(k)),
                        PostVanillaJudge.inputTexts(PorepPublicInputs.of(graph(type), replicaId, Case.bytes(sealed, "comm_d"), commR, challenges.of(k))));
            }
        }
    }

    private static void commitOutput(CommitOutput output, Verdicts verdicts) {
        RegisteredSealProof type = output.proofType();
        SealChallenges challenges = new SealChallenges(type, output.replicaId(), output.commR(), output.seed());
        PorepVerifier verifier = new PorepVerifier(SectorShape.of(type.sectorSize()), graph(type), output.replicaId(), output.commD(), output.commR());
        try (Case one = new Case("commit output verified", verdicts)) {
            for (int k = 0; k < output.partitions().size(); k++) {
                one.equal("partition " + k, "no fault", verifier.fault(output.partitions().get(k), challenges.of(k)).orElse("no fault"));
            }
        }
    }

    private static StackedGraph graph(RegisteredSealProof type) {
        GraphVersion version = type.version() == ProofVersion.V1_0_0 ? GraphVersion.LEGACY : GraphVersion.CURRENT;
        return new StackedGraph(type.sectorSize().nodes(), type.porepId(), version);
    }
}
